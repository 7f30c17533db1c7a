"""数字的性质: what a number is before anybody asks whether it is a target.

The rules stand in the order in which they are tried; each looks at the number and at what stands directly beside it. A
number that none of them knows is "open": the targets room decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from policydoc.figures.quantities import Quantity

OPEN: Final = "open"

_QUOTED = re.compile(r"《[^《》]{0,120}》|“[^“”]{1,24}”")
_LATIN = re.compile(r"[A-Za-z]")
_REFERENCE_BEFORE = re.compile(
    r"(?:\[|〔|令|号|GB/?T?|DB|ISO|CLI|No|NO|编号|文号|字|规[范定]第?|条例第?)[\s.\-/]{0,2}\Z|[\[(](?:19|20)[0-9]{2}[\])][-第]{0,2}\Z"
)
_ORDINAL_BEFORE = re.compile(r"(?:第|之|附件|附表|附|表|图|专栏|注|序号|问题|任务|清单|G|S|X)\Z")
_NAME_AFTER = re.compile(
    r"(?:号(?:线|楼|院|路|地块|文|站|公路|机组|机|桥|岛)?|[国省县乡]道|强(?!化|度|制)|级(?!以上项目)|类(?:水|功能区|标准|公路)|A级|星级|期(?!间|末|内)|版|代(?!表)|型|维|"
    r"标段|线(?!路|公里)|号|分钟(?:生活圈|[^\d,。;]{0,8}圈)|小时(?:[^\d,。;]{0,6}圈|热线|服务|全天|自助|便利)|年行动|年计划|年规划|年制|大类|工程(?!量))"
)
_CONTACT_BEFORE = re.compile(r"(?:电话|传真|邮编|邮箱|热线|联系方式|手机|QQ|微信|网址|地址)[^,。;]{0,8}\Z")
_CONTACT_AFTER = re.compile(r"热线|专线")
_PRINTED = re.compile(r"(?:共印|印发|印)\Z")
_AGE = re.compile(r"(?:周岁|岁|年龄)")
_SCORE_BEFORE = re.compile(r"(?:满分|权重|得分|扣|加分?|计|记|评分|分值)[为占]?\Z")
_DECLARED_AFTER = re.compile(
    r"(?:大|个|项|件|条|类|方面|场|点)?(?:方面)?(?:重点|主要|重大|民生|惠民|为民|便民|民心|利民|具体|核心|目标|标志性|专项|工作|年度|省级|市级|攻坚|突破性){0,3}"
    r"(?:民生实事|实事|民心工程|民生工程|惠民工程|工程|任务|举措|措施|行动|方面|事项|内容|要点|改革任务|指标|目标|战役|战略|体系|抓手|环节|原则|阶段|机制|要求|批次|领域|板块|系统|平台|清单)"
)
_DECLARING = re.compile(
    r"(?:实施|落实|办好|办理好|确定|提出|明确|推出|继续实施|组织实施|分解|梳理|部署|安排|包括|共|形成|聚焦|围绕|推进|抓好|做好|完成|的|了|等|深化|分|从|按照|开展|启动|突出|强化|扎实推进|坚持|构建)\Z|\A\Z|[,。;:、年]\Z"
)
_RATE_BEFORE = re.compile(
    r"(?:给予|奖励|补助|补贴|奖补|扶持|资助|罚款|处罚|处以|贴息|减按|按照?|最高|一次性|限额|标准|每人每[年月天]|每[人户亩名家个项件次吨辆台生套平][^,。;、]{0,6}|单价|价格|上限|封顶|档|以内的?|费率|利率|税率|比例|股比|之和)"
    r"[^,。;]{0,14}\Z"
)
_RATE_CLAUSE = re.compile(r"给予|奖励|补助|补贴|奖补|扶持|资助|罚款|贴息|一次性|减按|征收|计征|每人每[年月]|每户|每亩|每家|每个项目|分档")
_GRANT = re.compile(r"(?:发放|落实|安排|筹措|投入|拨付|争取|下达|筹集|整合|兑现|兑付|统筹)[^,。;]{0,16}\Z")
_ATTRIBUTE_AFTER = re.compile(r"的(?![0-9一二三四五六七八九])")
_PAST = re.compile(
    r"已(?!经?[^,。;]{0,4}(?:同意|批准|印发))|截至|截止|去年|上年(?!同期)|前年|以来|过去|往年|历年|先后|累计实现|圆满|年均增长[^,。;]{0,8},(?:比|较)|(?:五|四|三|两)年来|目前|现有|原有|现已"
)
_TIME_BEFORE = re.compile(r"(?:近|连续|满|用|每|前|后|未来|为期|最近|过去|以来|利用|力争用|稳定经营|运营|从业|注册|服务|任职|累计)\Z")
_TIME_AFTER = re.compile(r"(?:内|以内|期限?|以来|计划|制|任务|左右时间|时间|行动|及以上|以上|后|前|间)")
_LEVEL_BEFORE = re.compile(
    r"(?:率|比例|比重|占比|强度|浓度|面积|半径|人数|规模|收入|产值|金额|额|量|资金|投资|年限|时限|时间|时长|限期|期限|天数|价|值|费|学历|指数|距离|宽|长|高|深|温|压|能力|次数|人口|成本)"
    r"(?:均|分别|总体|不|达到|达|为|在|超|过|低于|高于|少于|于|首次|年|连续|突破|满|约|至|到)*\Z"
)
_CAPACITY_UNITS: Final = frozenset(
    {"千伏", "伏", "蒸吨", "吨级", "兆瓦", "千瓦", "寸", "英寸", "分贝", "度", "摄氏度", "赫兹", "兆赫", "K", "英里"}
)
_EXAMPLE_BEFORE = re.compile(r"[“(]\Z")


def masks(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """The stretches of titles and short quotations: numbers inside are names."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    return spans, [start for start, _ in spans]


def inside(spans: Sequence[tuple[int, int]], starts: Sequence[int], place: int) -> tuple[int, int] | None:
    """The span that a place lies in."""
    index = bisect_right(starts, place) - 1
    return spans[index] if index >= 0 and spans[index][0] <= place < spans[index][1] else None


def kind(
    text: str, quantity: Quantity, dates: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int]], clause: tuple[int, int]
) -> str:
    """The kind of a number of a folded line, or "open".

    >>> from policydoc.figures.quantities import quantities
    >>> line = "第3批5G基站"
    >>> [kind(line, q, (), (), (0, len(line))) for q in quantities(line)]
    ['ordinal', 'name']
    """
    start, end = quantity.start, quantity.end
    if any(first <= start < last for first, last in dates):
        return "date"
    left, right = text[max(0, start - 24) : start], text[end : end + 24]
    number_right = text[quantity.number_end : quantity.number_end + 24]
    in_clause = text[clause[0] : start]
    quote = next((span for span in quotes if span[0] <= start < span[1]), None)
    if quote is not None:
        return "reference" if text[quote[0]] == "《" else "name"
    if _REFERENCE_BEFORE.search(left) and not quantity.unit:
        return "reference"
    if _PRINTED.search(left):
        return "reference"
    if _CONTACT_BEFORE.search(left) or (_CONTACT_AFTER.match(number_right) and quantity.value is not None and quantity.value > 100):
        return "contact"
    if left[-1:] and _LATIN.match(left[-1]) and text[start].isascii() and not (quantity.unit and left[-1] not in "GSXPMAK"):
        return "name"
    if left.endswith(("-", "+", "×", "/", "*")) and text[start].isascii():
        return "name"
    if _ORDINAL_BEFORE.search(left):
        return "ordinal"
    if right[:1] in "+×" or (quantity.unit is not None and quantity.unit.dimension == "data" and quantity.unit.canonical == "G"):
        return "name"
    if quantity.unit is None and number_right[:1] and _LATIN.match(number_right[0]):
        return "name"
    if _NAME_AFTER.match(number_right):
        return (
            "name"
            if not text[start : quantity.number_end].isdigit() or quantity.unit is None or quantity.unit.dimension != "count"
            else _open_name(number_right)
        )
    if _AGE.match(number_right) or (quantity.unit is not None and quantity.unit.canonical in ("岁", "周岁")):
        return "threshold"
    if (quantity.unit is not None and quantity.unit.canonical == "分" and not text.startswith("钟", end)) or (
        _SCORE_BEFORE.search(left) and quantity.unit is None
    ):
        return "score"
    if _declared(text, quantity, in_clause, number_right):
        return "declared_count"
    if quantity.unit is not None and quantity.unit.canonical in _CAPACITY_UNITS and quantity.after == end and _attributive(right):
        return "threshold"
    if quantity.dimension == "time":
        return _duration(text, quantity, left, right)
    if quantity.dimension == "money" or (quantity.unit is not None and quantity.unit.canonical in ("%", "倍")):
        whole = text[clause[0] : clause[1]]
        if (
            quantity.dimension == "money"
            and (_RATE_BEFORE.search(in_clause) or _RATE_CLAUSE.search(whole))
            and not _GRANT.search(in_clause)
        ):
            return "rate"
        if quantity.dimension != "money" and _RATE_CLAUSE.search(whole) and re.search(r"按|的\Z|最高|比例|不超过|给予", in_clause[-12:]):
            return "rate"
    if quantity.unit is not None and "/" in quantity.unit.canonical and quantity.dimension == "money":
        return "standard"
    return OPEN


def _open_name(right: str) -> str:
    return "name" if re.match(r"[国省县乡]道|强|版|维|标段|号", right) else OPEN


def _attributive(right: str) -> bool:
    """Whether what follows is a noun that the quantity describes: 110千伏变电站."""
    return bool(right) and right[0] not in ",。;:、)]”" and not right.startswith(("以上", "以下", "左右"))


def _declared(text: str, quantity: Quantity, in_clause: str, right: str) -> bool:
    """20项民生工程, 十件实事, 三大任务: how many there are, not how many to build."""
    if quantity.after > quantity.end or quantity.comparator != "eq" or quantity.dimension not in (None, "count"):
        return False
    if quantity.value is None or quantity.value > 500:
        return False
    match = _DECLARED_AFTER.match(right)
    if match is None:
        return quantity.unit is None and right.startswith("大")
    tail = text[quantity.number_end + match.end() : quantity.number_end + match.end() + 1]
    if tail in ("率", "化"):
        return False
    if quantity.unit is not None and quantity.unit.canonical not in ("项", "件", "条", "类", "个", "方面", "场", "点"):
        return False
    return quantity.unit is None or bool(_DECLARING.search(in_clause)) or not text[quantity.start].isascii()


def _duration(text: str, quantity: Quantity, left: str, right: str) -> str:
    """年, 月, 天, 小时: targets only where a time is to be cut or reached."""
    if (
        re.search(
            r"(?:压缩|缩短|压减|缩减|减少|延长|控制|提前|提升|增加|平均|不少于|不低于|不超过|时限|时间|时长|期限|寿命|天数|时数|课时|学时)[^,。;]{0,8}\Z",
            left[-16:],
        )
        and not _TIME_BEFORE.search(left)
        and not re.match(r"[^,。;]{0,6}的", right)
    ):
        return OPEN
    return "standard"
