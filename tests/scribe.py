"""书手: writes a section tree as a notice, in any scheme of numbers and any layout."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from policydoc.text.fold import fold

DIGITS = "一二三四五六七八九十"
SCHEMES = [
    ("{han}、", "（{han}）", "{n}.", "（{n}）"),
    ("{han}、", "（{han}）", "{n}、", "{n}）"),
    ("{han}、", "（{han}）", "{n}.", "{small})"),
    ("{han}、", "（{han}）", "{han}是"),
    ("{han}、", "{n}.", "（{n}）", "{circled}"),
    ("{han}、", "{n}．", "（{n}）"),
    ("{han}、", "{n}，", "（{n}）"),
    ("{han}、", "第{han}，"),
    ("{han}.", "({han})", "{n}.", "({n})"),
    ("{han}，", "（{han}）、", "{n}、"),
    ("{han}　", "（{han}）", "{n}."),
    ("〈{han}〉", "{n}.", "（{n}）"),
    ("第{han}编　", "第{han}章　", "第{han}节　", "{han}、"),
    ("第{han}章　", "第{han}节　", "{han}、", "（{han}）"),
    ("第{han}章　", "{han}、", "（{han}）", "{n}."),
    ("第{n}章　", "{path}　", "{path}　"),
    ("第{han}部分　", "{han}、", "（{han}）"),
    ("{big}、", "{han}、", "（{han}）", "{n}、"),
    ("{big}、", "{han}、", "（{han}）", "{n}、", "（{n}）", "{stem}、"),
    ("{n}.", "（{n}）", "{circled}"),
    ("{n}.", "{path}", "{path}"),
    ("{path}　", "{path}　", "{path}　", "（{n}）"),
    ("{han}、", "{path}　"),
    ("{n}、", "（{han}）", "{circled}"),
    ("（{han}）", "{n}.", "（{n}）"),
    ("任务{han}：", "{n}.", "（{n}）"),
    ("{han}、", "实事{n}：", "（{n}）"),
    ("{han}、", "第{han}项　", "{n}."),
    ("{roman}、", "{han}、", "（{han}）"),
    ("⒈", "（{n}）", "{circled}"),
]
TITLES = ["便民驿站", "口袋公园", "农村公路", "养老服务", "公厕改造", "泵站更新", "文化惠民", "“四好”道路", "数字政务", "夜市升级"]
PLAIN = [
    "新建便民驿站8个，改造公厕12座。",
    "2024年底前完成主体工程，其中北溪区3处、青岭县5处。",
    "对未按期完成的，予以通报；对成效明显的，予以表扬。",
    "北溪区负责选址征地，青岭县负责三通一平，澜港市住房城乡建设局负责督促检查，确保按期开工。",
]
LIKE_MARKERS = [
    "1.5亿元资金已全部到位。",
    "2.3万户居民受益，户均增收1.2万元。",
    "3.2公里管网同步更新。",
    "一、二、三级公路同步改造，里程60公里。",
    "一、二级公路改造完成后移交。",
    "二、三产业融合发展，新增企业8家。",
    "三级医院建成2家。",
    "12345热线全天受理，落实第（一）项要求。",
    "（2024年）续建项目按原计划执行。",
    "十分重要的是压实责任。",
    "一般项目由北溪区负责，（二）类项目由青岭县负责。",
    "第三条规定的情形除外。",
    "二是这类项目的通常数目。",
    "5.12地震灾后重建项目继续实施。",
    "110千伏变电站2座年内投运。",
]
PREAMBLE = (
    "为贯彻落实市委、市政府关于保障和改善民生的部署，加快补齐公共服务短板，结合云泽市实际，制定本方案，请各县区、各部门认真组织实施，"
    "及时协调解决实施中的困难和问题，重要情况按季度向市政府报告，市政府办公室会同有关部门加强督促检查，对工作不力的予以通报。"
)
"""What shows the margin of a wrapped notice and its indents, where it stands often enough."""
INLINE = {
    "一是压实责任，明确专人；二是加强调度，每月通报；三是严格考核。": (3, "{han}是"),
    "全年任务：（1）新建公厕8座；（2）改造公园2个；（3）整修道路5公里。": (3, "（{n}）"),
    "实行三项制度（一）派单（二）督办（三）通报。": (3, "（{han}）"),
    "要突出两个重点，一要抓进度，二要抓质量。": (2, ""),
    "建设内容包括①新建公厕②改造公厕③拆除旱厕④加装照明。": (4, "{circled}"),
    "首先，要明确专人。其次，要落实资金。最后，要加强督导。": (3, ""),
    "具体做法：1.发布清单；2.逐一销号；3.公开结果。": (3, "{n}."),
}
"""Lists inside a paragraph, how many items they have and the form of their labels."""
ENDS = ["", "。", "：", "——", "【】", "（牵头单位：市城管局）"]
"""How a title is set: alone, before a stop, a colon or a dash, in brackets, with a unit behind it."""

SHORT = ("circled", "stem", "small", "path", "big", "roman", "⒈")
"""Forms that do not count far."""
LISTED = ("{han}是", "第{han}，", "{small})", "{stem}、")
"""Forms that count only where a second one follows."""


@dataclass
class Item:
    """A section to be written: its title (None: plain sentences), how it is set, its paragraphs, and the items below."""

    title: str | None
    end: str
    body: list[str]
    below: list[Item] = field(default_factory=list)


class Row(NamedTuple):
    """A section as it is written: depth, ordinal, title, the line that it starts and the lines of its body."""

    depth: int
    ordinal: int
    title: str
    head: str
    body: list[str]


def han(number: int) -> str:
    """A Chinese numeral up to 99."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else ("十" if tens == 1 else DIGITS[tens - 1] + "十")) + (DIGITS[ones - 1] if ones else "")


def label(form: str, counts: Sequence[int]) -> str:
    """A label of a scheme; `counts` are the ordinals from the top down to it."""
    number = counts[-1]
    if form == "⒈":
        return chr(0x2487 + number)
    return form.format(
        han=han(number),
        n=number,
        path=".".join(map(str, counts)),
        circled=chr(0x245F + number),
        roman=chr(0x215F + number),
        big="壹贰叁肆伍陆柒捌玖拾"[(number - 1) % 10],
        stem="甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10],
        small=chr(0x60 + number),
    )


def needs_company(form: str) -> bool:
    """Whether one label of a form alone is none: 1　总则, 第一，."""
    return form in LISTED or form[-1] in "　}"


def written(tree: list[Item], scheme: tuple[str, ...], going_on: int) -> list[Row]:
    """The rows of a tree in reading order; the numbers of level `going_on` count through, the others start anew."""
    counts = [0] * len(scheme)
    found: list[Row] = []

    def walk(level: list[Item], depth: int) -> None:
        if depth >= len(scheme):
            return
        if depth != going_on or any(form in scheme[depth] for form in SHORT):
            counts[depth] = 0
        if len(level) == 1 and needs_company(scheme[depth]):
            level = level * 2  # a lone one is none
        for item in level:
            counts[depth] += 1
            mark = label(scheme[depth], counts[: depth + 1])
            body = [PLAIN[1] if _clashes(text, scheme) else text for text in item.body]
            found.append(Row(depth, counts[depth], *_set(mark, replace(item, body=body))))
            walk(item.below, depth + 1)

    walk(tree, 0)
    return found


def _clashes(text: str, scheme: tuple[str, ...]) -> bool:
    """Whether a paragraph has labels as the scheme has, so that nobody could tell them apart."""
    form = INLINE[text][1] if text in INLINE else "{han}是" if text.startswith("二是") else ""
    plain = [fold(own).replace("、", ".").replace(",", ".").strip() for own in scheme]
    return bool(form) and fold(form) in [*plain, "{n}." if "⒈" in scheme or "{path}" in scheme[0] else ""]


def _set(mark: str, item: Item) -> tuple[str, str, list[str]]:
    """The title of an item, its first line and the lines after it."""
    title, end = item.title, item.end
    if title is None:
        return "", mark + PLAIN[0], item.body
    if end in ("", "（牵头单位：市城管局）"):
        return title, mark + title + end, item.body
    title += "工程" if end == "——" else ""
    return title, mark + (f"【{title}】" if end == "【】" else title + end) + item.body[0], item.body[1:]


@cache
def _traditional() -> dict[int, str]:
    """Simplified → a Traditional character that folds to it."""
    signs = "".join(map(chr, range(0x4E00, 0xA000)))
    found: dict[int, str] = {}
    for sign, plain in zip(signs, fold(signs), strict=True):
        if sign != plain:
            found.setdefault(ord(plain), sign)
    return found


def laid_out(rows: Sequence[str], layout: str) -> str:
    """The text of the lines: plain, blank (an empty line between), indented, wrapped, wide, narrow or traditional."""
    if layout == "blank":
        return "\n\n".join(rows)
    if layout == "indented":
        return "".join(f"　　{row}\r\n" for row in rows)
    if layout == "wrapped":
        return "\n".join(piece for row in (*[PREAMBLE] * (3 + len(rows) // 6), *rows) for piece in _wrapped(f"　　{row}"))
    text = "\n".join(rows)
    if layout == "wide":
        return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    if layout == "narrow":
        return "".join(unicodedata.normalize("NFKC", sign) if sign in "，；：（）！？．" else sign for sign in text)
    return text.translate(_traditional()) if layout == "traditional" else text


def _wrapped(text: str, width: int = 56) -> list[str]:
    """The text in lines of a width in columns: a Chinese character is two, a digit one."""
    lines, here = [""], 0
    for sign in text:
        here += 1 if sign.isascii() else 2
        if here > width:
            lines.append("")
            here = 1 if sign.isascii() else 2
        lines[-1] += sign
    return lines
