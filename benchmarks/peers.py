"""policydoc beside general tools on 150 labelled sentences: `python benchmarks/peers.py`.

What it compares with is in the extra `peers`; a virtual environment of its own is the place for that.

The sentences (peers/sentences.jsonl) are our own, of invented places; a hundred have targets, fifty have none and tempt. They were
written and labelled before any program was run on them, by the reader of these notices who also wrote the one-hour regular
expression. policydoc's rules were later mended by its misses here (first: F1 0.978, 5 of 50 fires); its row is no blind measure since. How each tool is called, and in what its answers were mapped, stands in peers/readers.py.

- pairs: precision, recall and F1 of (value or range, unit), each pair at most once, sentence by sentence.
- numbers: F1 of value or range alone: what the tool would reach with a perfect list of units.
- comparators: of the pairs that are right, those whose comparator (at least, at most, about …) is right too.
- fires: sentences without a target from which the tool reads one.
- sentences per CPU second over the set, again and again for a second; peak memory of the whole process, imports included.

Every tool runs in a process of its own. A tool that is missing is named with the command that installs it. `--misses TOOL` lists
where a tool and the labels differ.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import process_time

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "peers"))

from readers import READERS, Reading  # noqa: E402

SENTENCES = HERE / "peers" / "sentences.jsonl"
INSTALL = {
    "cn2an": "pip install cn2an",
    "recognizers": "pip install recognizers-text-suite emoji==1.7.0",
    "recognizers-units": "pip install recognizers-text-suite emoji==1.7.0",
    "jionlp": "pip install jionlp (Apache-2.0; it needs jiojio, whose package says GPL-3.0)",
}
SAME = {
    "个百分点": "百分点",
    "千米": "公里",
    "平米": "平方米",
    "方": "立方米",
    "天": "日",
    "个月": "月",
    "个工作日": "工作日",
    "台套": "台",
    "台(套)": "台",
}
"""Unit names that mean one unit; a second measure word in brackets counts for no tool and against none."""


def labelled() -> list[tuple[str, list[Reading]]]:
    """The sentences and what they say."""
    rows = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        targets = row["targets"]
        rows.append((row["text"], [(t.get("value"), t.get("low"), t.get("high"), t["unit"] or "", t["comparator"]) for t in targets]))
    return rows


def pair(reading: Reading) -> tuple[float | None, float | None, float | None, str]:
    """What two readings must share to be the same pair.

    >>> pair((3000.0000000001, None, None, "千米", "eq"))
    (3000.0, None, None, '公里')
    """
    value, low, high = (None if number is None else round(float(number), 9) for number in reading[:3])
    return value, low, high, SAME.get(reading[3], reading[3])


def matched(gold: list[Reading], got: list[Reading]) -> list[tuple[Reading, Reading]]:
    """Labels and readings that are the same pair, each used once."""
    left, pairs = list(got), []
    for label in gold:
        same = next((reading for reading in left if pair(reading) == pair(label)), None)
        if same:
            left.remove(same)
            pairs.append((label, same))
    return pairs


def shares(right: int, got: int, due: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    return right / max(1, got), right / max(1, due), 2 * right / max(1, got + due)


def measure(name: str, misses: bool) -> dict[str, object]:
    """The figures of one tool."""
    release, read = READERS[name][1]()
    rows = labelled()
    answers = [read(text) for text, _ in rows]
    passes, start = 0, process_time()
    while (spent := process_time() - start) < 1:
        for text, _ in rows:
            read(text)
        passes += 1
    both = [matched(gold, got) for (_, gold), got in zip(rows, answers, strict=True)]
    if misses:
        for (text, gold), got, pairs in zip(rows, answers, both, strict=True):
            missing = [label for label in gold if label not in [one for one, _ in pairs]]
            extra = [reading for reading in got if reading not in [one for _, one in pairs]]
            signs = [(label[4], reading[4]) for label, reading in pairs if label[4] != reading[4]]
            if missing or extra or signs:
                print(text, "| missing", missing, "| extra", extra, "| comparators", signs)
    right, due, claimed = sum(map(len, both)), sum(len(gold) for _, gold in rows), sum(map(len, answers))
    numbers = sum(
        (Counter(pair(one)[:3] for one in gold) & Counter(pair(one)[:3] for one in got)).total()
        for (_, gold), got in zip(rows, answers, strict=True)
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "version": release,
        "pairs": shares(right, claimed, due),
        "numbers": shares(numbers, claimed, due)[2],
        "comparators": (sum(label[4] == reading[4] for pairs in both for label, reading in pairs), right),
        "fires": (sum(bool(got) for (_, gold), got in zip(rows, answers, strict=True) if not gold), sum(not gold for _, gold in rows)),
        "speed": passes * len(rows) / spent,
        "memory": peak / (2**20 if sys.platform == "darwin" else 2**10),
    }


def line(name: str, figures: dict) -> str:  # type: ignore[type-arg]
    """One row of the table."""
    precision, recall, f1 = figures["pairs"]
    title = READERS[name][0].format(figures["version"])
    return (
        f"| {title} | {precision:.3f} / {recall:.3f} | {f1:.3f} | {figures['numbers']:.3f} | {figures['comparators'][0]} of {figures['comparators'][1]} | "
        f"{figures['fires'][0]} of {figures['fires'][1]} | {figures['speed']:,.0f} | {figures['memory']:.0f} MB |"
    )


def main() -> int:
    """Run every tool that is there, print the table, then what is missing."""
    parser = argparse.ArgumentParser(description="policydoc beside general tools on 150 labelled sentences")
    parser.add_argument("--one", choices=READERS, help="one tool, as JSON, in this process")
    parser.add_argument("--misses", choices=READERS, help="where this tool and the labels differ")
    options = parser.parse_args()
    if options.one or options.misses:
        print(json.dumps(measure(options.one or options.misses, bool(options.misses))))
        return 0
    print(
        "| tool | precision / recall | pairs F1 | numbers F1 | comparators | fires without target | sentences per CPU second | peak memory |"
    )
    print("|---|---|---|---|---|---|---|---|")
    missing = []
    for name in READERS:
        done = subprocess.run([sys.executable, __file__, "--one", name], capture_output=True, text=True, check=False)
        if done.returncode:
            missing.append((name, done.stderr.strip().splitlines()[-1]))
        else:
            print(line(name, json.loads(done.stdout.splitlines()[-1])), flush=True)
    for name, error in missing:
        print(f"\nnot run: {READERS[name][0].replace(' {}', '')} ({error}): {INSTALL.get(name, 'pip install policydoc')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
