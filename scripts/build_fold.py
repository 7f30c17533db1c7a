"""Write src/policydoc/rules/data/fold.txt: one Simplified character for each Traditional one.

Run with the `opencc` package (Apache-2.0) installed: `python scripts/build_fold.py`.
The characters come from OpenCC's t2s conversion, character by character; the second list holds what pages that were
converted carelessly add (瞭 for 了, 傢 for 家 …), which t2s leaves alone because those are characters of their own.
"""

from __future__ import annotations

from pathlib import Path

import opencc

OVERCONVERTED = {
    "瞭": "了", "傢": "家", "枱": "台", "檯": "台", "裡": "里", "裏": "里", "麵": "面", "佔": "占", "羣": "群", "於": "于",
    "爲": "为", "衆": "众", "牀": "床", "峯": "峰", "着": "着", "著": "着", "乾": "干", "藉": "借", "託": "托", "徵": "征",
    "餘": "余", "係": "系", "繫": "系", "箇": "个", "週": "周", "佈": "布", "汙": "污", "污": "污", "妳": "你", "牠": "它",
}  # fmt: skip
RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))


def pairs() -> dict[str, str]:
    """Every character whose Simplified form is another single character."""
    converter = opencc.OpenCC("t2s")
    table = {}
    for first, last in RANGES:
        for code in range(first, last + 1):
            character = chr(code)
            simplified = converter.convert(character)
            if len(simplified) == 1 and simplified != character:
                table[character] = simplified
    table.update({k: v for k, v in OVERCONVERTED.items() if k != v})
    return table


def main() -> None:
    table = dict(sorted(pairs().items()))
    target = Path(__file__).parent.parent / "src" / "policydoc" / "rules" / "data" / "fold.txt"
    target.write_text(
        "# Traditional characters and, below them, their Simplified forms; made by scripts/build_fold.py from OpenCC (Apache-2.0)\n"
        + "".join(table) + "\n" + "".join(table.values()) + "\n",
        encoding="utf-8",
    )  # fmt: skip
    print(f"{target.name}: {len(table)} characters")


if __name__ == "__main__":
    main()
