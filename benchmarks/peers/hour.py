"""The floor: what a good engineer writes in an hour, in sixty lines. It was not changed after its first run."""

from __future__ import annotations

import re

FOLD = str.maketrans(
    "個萬億間處條棟戶畝噸張輛臺場項於過達兩０１２３４５６７８９．％～－", "个万亿间处条栋户亩吨张辆台场项于过达两0123456789.%~-"
)
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+"
UNITS = (
    r"个百分点|百分点|%|‰|千瓦时|千瓦|兆瓦|吉瓦|平方公里|平方米|立方米|公里|公顷|亩|米|吨|公斤|斤|元|人次|场次|批次|人|名|户|家|个工作日|工作日|个月|小时|分钟|"
    r"天|床位|学位|托位|岗位|泊位|个|所|座|处|套|台|辆|条|项|件|栋|幢|张|只|株|盏|根|场|次|期|支|间|门|部|起|例|对|头|口|块|本|册|份|倍|番|批|村|镇|班|艘|标箱"
)
TARGET = re.compile(
    r"(?P<before>不少于|不低于|不小于|至少|不超过|不高于|控制在|超过|突破|高于|超|低于|少于|不足|约|近|逾)?(?:达到|为)?(?P<hundredth>百分之)?"
    rf"(?P<first>{NUMBER})(?P<own>万亿|万|亿)?(?P<percent>%)?(?:[-—~至到]+(?P<second>{NUMBER}))?"
    rf"(?P<more>余|多)?(?P<scale>万亿|万|亿)?(?P<late>余|多)?(?P<unit>{UNITS})?(?P<after>及?以上|以内|以下|之内|左右|上下)?"
)
SIGNS = dict.fromkeys(["不少于", "不低于", "不小于", "至少", "以上", "及以上"], "ge") | dict.fromkeys(
    ["超过", "突破", "高于", "超", "逾"], "gt"
)
SIGNS |= dict.fromkeys(["不超过", "不高于", "控制在", "以内", "以下", "之内"], "le") | dict.fromkeys(["低于", "少于", "不足"], "lt")
SIGNS |= dict.fromkeys(["约", "近", "左右", "上下", "余", "多"], "approx")
PAST = re.compile(r"去年|上年|截至|目前|已经|已建成|已完成|同比|累计|现有|一年来|“十三五”期间")
ASIDE = re.compile(
    r"\d+年(?:\d+月)?(?:\d+日)?|\d+月(?:\d+日)?|第[\d一二三四五六七八九十百]+|\d+(?:周)?岁|[A-Z]+ ?\d+|〔\d+〕\d+号|\d+号线?|“[^”]{1,12}”|\d+国道"
)
RATES = re.compile(r"(?:补助|补贴|奖励|贴息|罚款|扣|给予|每[户人名亩])[^，。；]{0,8}$")


def number(text: str) -> float:
    """The number of Arabic digits or of a Chinese numeral."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    total = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            total, digit = total + (digit or 1) * SCALES[character], 0
    return total + digit


def targets(text: str) -> list[tuple[float | None, float | None, float | None, str, str]]:
    """(value, low, high, unit, comparator) of whatever looks like a target."""
    text = ASIDE.sub(lambda found: "#" * len(found[0]), text.translate(FOLD))
    rows: list[tuple[float | None, float | None, float | None, str, str]] = []
    for found in TARGET.finditer(text) if not PAST.search(text) else ():
        unit = "%" if found["hundredth"] or found["percent"] else found["unit"]
        if not unit or found["first"] == "一" or RATES.search(text[: found.start()]):
            continue
        scales = {"万": 1e4, "亿": 1e8, "万亿": 1e12}
        scale = scales.get(found["scale"] or found["own"], 1)
        first = number(found["first"]) * scales.get(found["own"] or found["scale"], 1)
        sign = SIGNS.get(found["after"] or found["before"] or found["more"] or found["late"] or "", "eq")
        if found["second"]:
            rows.append((None, first, number(found["second"]) * scale, unit, "range"))
        else:
            rows.append((first, None, None, unit, sign))
    return rows
