"""Write src/policydoc/text/data/words.txt: how often the words of a notice stand in Chinese text, and the Traditional forms of characters.

Run with the `opencc` package (Apache-2.0) installed: `python scripts/build_words.py`. Words and counts come from jieba's
dictionary (MIT); the words of notices come from rules/data/notice_words.tsv; the shares of Traditional forms are counted
over OpenCC's conversions (s2t, s2tw, s2hk) of the dictionary.

The file is read line by line; `N` stands for a chance of e^(-N/8), `-` for none:

    =N <words>      words that no longer word begins with
    +N M <words>    beginnings: the sum of all words that begin so, and the word itself
    >C <forms>      a Simplified character C, and its Traditional forms, the usual one first, each behind the percent it has

Beside it stand characters.txt: `N <characters>`, how often a character stands in text, whatever the word; and odd.txt: the
characters of CP936 that hardly any notice has, as a class of a pattern.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path

import opencc

from policydoc.rules.table import forms, table
from policydoc.text.fold import fold, fold_table
from policydoc.text.gbk import characters

TARGET = Path(__file__).parent.parent / "src" / "policydoc" / "text" / "data" / "words.txt"
ENTRY = re.compile(r"^([\u4e00-\u9fff]{1,6}) ([0-9]+)", re.MULTILINE)
LEAST = {1: 1, 2: 5, 3: 8, 4: 8, 5: 10, 6: 10}
"""Rarer words are left out, by length."""
COUNTED = "年月日时点元个次"
"""Words that stand behind numbers, which the dictionary does not count."""
BEHIND_NUMBERS = 0.85
"""Their share behind numbers."""
LOOSE = 0.04
"""The share of a character's counts inside words that it has by itself: words that no dictionary knows are made of characters."""
NOTICES = 0.2
"""The share of the words of notices, spread by weight."""
MARKS = {
    ",": 0.055, "、": 0.035, "。": 0.03, ".": 0.0005, ";": 0.006, ":": 0.006, "(": 0.008, ")": 0.008, "“": 0.005, "”": 0.005, "《": 0.002, "》": 0.002, "·": 0.0008,
}  # fmt: skip
"""How often a mark stands in a notice, folded."""
STEP = 8
USUAL = 1.5e-6
"""Characters that are rarer are odd."""


def counts() -> Counter[str]:
    """The words of the dictionary in Simplified characters, with the single characters that unknown words are made of."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("jieba is not installed: pip install jieba")
    text = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8")
    words: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    for word, count in ENTRY.findall(text):
        shadow, number = fold(word), int(count)
        if number >= LEAST[len(word)]:
            words[shadow] += number
        for character in shadow:
            loose[character] += number
    for word in COUNTED:
        words[word] = round(words[word] * (1 - BEHIND_NUMBERS))
    for character, number in loose.items():
        words[character] += math.ceil(number * LOOSE)
    return words


def chances(words: Counter[str]) -> dict[str, float]:
    """The chance of each word, of each word of notices and of each mark; they make 1."""
    marks = sum(MARKS.values())
    notices: Counter[str] = Counter()
    for row in table("notice_words"):
        for form in forms(row):
            notices[form] += int(row["weight"])
    rest = 1 - marks - NOTICES
    total, heavy = words.total(), notices.total()
    found = {word: rest * count / total for word, count in words.items()}
    for word, weight in notices.items():
        found[word] = found.get(word, 0.0) + NOTICES * weight / heavy
    for mark, chance in MARKS.items():
        found[mark] = found.get(mark, 0.0) + chance
    return found


def odd(usual: dict[str, float], forms_: dict[str, list[tuple[int, str]]]) -> str:
    """The Chinese characters of CP936 that are rare in both scripts, in ranges."""
    known = {character for character, chance in usual.items() if chance >= USUAL}
    known |= {chr(old) for old, new in fold_table().items() if chr(new) in known}
    known |= {form for character in known & forms_.keys() for _, form in forms_[character]}
    rare = sorted(character for character in characters().values() if "\u4e00" <= character <= "\u9fff" and character not in known)
    ranges: list[str] = []
    for character in rare:
        if ranges and ord(character) == ord(ranges[-1][-1]) + 1:
            ranges[-1] = ranges[-1][0] + "-" + character
        else:
            ranges.append(character)
    return "".join(ranges)


def level(chance: float) -> str:
    return "-" if chance <= 0 else str(round(-math.log(chance) * STEP))


def beginnings(found: dict[str, float]) -> dict[str, float]:
    """The sum of all words that begin with each beginning, itself a word or not."""
    sums: defaultdict[str, float] = defaultdict(float)
    for word, chance in found.items():
        for end in range(1, len(word)):
            sums[word[:end]] += chance
    return {word: chance + found.get(word, 0.0) for word, chance in sums.items()}


def single(found: dict[str, float]) -> dict[str, float]:
    """How often a character stands in text."""
    sums: Counter[str] = Counter()
    for word, chance in found.items():
        for character in word:
            sums[character] += chance  # type: ignore[assignment]
    total = sum(sums.values())
    return {character: chance / total for character, chance in sums.items()}


def traditional(words: Counter[str]) -> dict[str, list[tuple[int, str]]]:
    """The Traditional forms of each Simplified character, with percents, counted over the converted dictionary."""
    shares: defaultdict[str, Counter[str]] = defaultdict(Counter)
    heaviest = words.most_common(60_000)
    for name in ("s2t", "s2tw", "s2hk"):
        converted = opencc.OpenCC(name).convert("\n".join(word for word, _ in heaviest)).split("\n")
        for (word, count), line in zip(heaviest, converted, strict=True):
            if len(line) == len(word):
                for character, form in zip(word, line, strict=True):
                    shares[character][form] += count
    found = {}
    for character, forms_ in shares.items():
        total = forms_.total()
        usual = [(max(1, round(100 * count / total)), form) for form, count in forms_.most_common(4) if count * 200 >= total]
        if usual and [form for _, form in usual] != [character]:
            found[character] = usual
    return found


def main() -> None:
    words = counts()
    found = chances(words)
    inner = beginnings(found)
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word, chance in found.items():
        if word not in inner:
            lines[f"={level(chance)}"].append(word)
    for word, chance in inner.items():
        lines[f"+{level(chance)} {level(found.get(word, 0.0))}"].append(word)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(
        "# Words and their chances; made by scripts/build_words.py from jieba (MIT) and OpenCC (Apache-2.0)\n"
        + "".join(f"{head} {' '.join(sorted(lines[head]))}\n" for head in sorted(lines))
        + "".join(
            f">{character} {' '.join(f'{share}{form}' for share, form in usual)}\n" for character, usual in sorted(traditional(words).items())
        ),
        encoding="utf-8",
    )  # fmt: skip
    TARGET.with_name("odd.txt").write_text(
        f"# Characters that no notice is full of; made by scripts/build_words.py\n{odd(single(found), traditional(words))}\n",
        encoding="utf-8",
    )
    signs: defaultdict[int, list[str]] = defaultdict(list)
    for character, chance in single(found).items():
        signs[int(level(chance))].append(character)
    TARGET.with_name("characters.txt").write_text(
        "# Characters and their chances; made by scripts/build_words.py\n"
        + "".join(f"{head} {''.join(sorted(each))}\n" for head, each in sorted(signs.items())),
        encoding="utf-8",
    )
    print(f"{TARGET.name}: {len(found)} words, {len(inner)} beginnings, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
