"""Three hundred numerals of the corpus for a reader to label: `python benchmarks/figures/draw.py` shows each with the text around it.

The finder knows nothing of policydoc: whatever looks like an Arabic or Chinese numeral is drawn from, so that numbers which policydoc
misses come up as well, and words that hold a numeral (统一, 一批) and markers of lists. White space, bars and the marks of HTML and
Markdown are left out; a numeral is told apart by enough characters before and behind it to be unique in its notice. labels.jsonl was drawn from the first forty-two notices; with more of them the draw is another one.

The kinds, as the reader used them (labels.jsonl; first that fits):

- none: stands for no number: marker of a list or heading, a word or idiom that holds a numeral (统一, 一批, 一体化, 万家灯火).
- name: within a proper name, a slogan or a designation: 5G, 104国道, 第一中学, “三改一拆”, PM2.5, a project's “五馆”.
- date: of a date, period, year or term, deadlines and reporting days among them; the validity of a document.
- reference: of a document number, a standard, an article cited, a meeting.
- ordinal: place in a sequence: 第一批, 二期, 1号楼, number of an attachment or table.
- contact: telephone, postcode, number of copies printed. score: points and weights.
- declared_count: how many tasks, aspects, documents or offices a text speaks of, as it counts itself (十项工程, 附件2件).
- achievement: a result or state of the past or present. baseline: where a target starts from.
- rate: subsidy, price, penalty, share granted. threshold: a qualifier of who or what is meant (60岁以上, 220千伏变电站, 亿元以上项目).
- standard: how something has to be built or served (半径500米, 每2小时一次, 5个工作日内).
- target, milestone, part, facet: as in the contract; a total to be spent or granted is a target. funding: any other sum of money.
- unknown: a number that is none of these.
"""

from __future__ import annotations

import html
import json
import random
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "corpus"
COUNT, SEED, AROUND = 300, 20260101, 60
LEFT_OUT = re.compile(r"[\s|*\\#\ufeff]+")
NUMERAL = re.compile(
    r"[0-9０-９]+(?:[.．][0-9０-９]+|[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[十百千万亿萬億]+)?|[〇○零一二三四五六七八九十百千万亿两兩萬億壹贰叁肆伍陆柒捌玖拾]+"
)


def text_of(notice: Path) -> str:
    """The notice's characters without markup and white space."""
    text = notice.read_text(encoding="utf-8")
    if notice.suffix == ".html":
        text = html.unescape(re.sub(r"(?s)<(script|style|title)\b.*?</\1>|<!--.*?-->|<[^>]*>", "", text))
    return LEFT_OUT.sub("", text)


def drawn() -> list[dict[str, str]]:
    """Notice, numeral and the characters before and behind it, in reading order; the same ones every time."""
    texts = {path.parent.name: text_of(path) for path in sorted(CORPUS.glob("*/notice.*"))}
    found = [(name, match.start(), match.end()) for name, text in texts.items() for match in NUMERAL.finditer(text)]
    rows = []
    for name, start, end in sorted(random.Random(SEED).sample(found, COUNT)):
        text, width = texts[name], 6
        while width < AROUND and text.count(text[max(0, start - width) : end + width]) > 1:
            width += 6
        rows.append(
            {"notice": name, "before": text[max(0, start - width) : start], "number": text[start:end], "behind": text[end : end + width]}
        )
    return rows


def main() -> int:
    """Each numeral marked in its sentence; `--json` writes rows without a kind, for labels.jsonl."""
    for number, row in enumerate(drawn(), 1):
        if "--json" in sys.argv:
            print(json.dumps(row | {"kind": ""}, ensure_ascii=False))
        else:
            text = text_of(next(CORPUS.joinpath(row["notice"]).glob("notice.*")))
            start = text.index(row["before"] + row["number"] + row["behind"]) + len(row["before"])
            end = start + len(row["number"])
            print(f"{number} {row['notice'][:12]} {text[max(0, start - 45) : start]}【{row['number']}】{text[end : end + 30]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
