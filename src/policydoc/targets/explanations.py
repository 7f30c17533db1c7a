"""释义: numbers of sentences that explain a word, a method or who may apply: 生活圈是指…, 计算方法:…, 注:…, 每县推荐不超过2个."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by

_MEANS = pattern(
    r"是指|系指|指的是|是指标|所称|计算(?:方法|公式|口径)|指标(?:说明|解释|含义|定义)|名词解释|统计口径|公式为|满足(?:以下|下列)条件"
)
_MEANINGS: Final = ("指", "所称", "计算", "名词", "口径", "公式", "满足")
"""Every match of the pattern above has one."""
_NOTE = pattern(r"(?:^|[。;])[(\[]?(?:注|说明|备注)[0-9]?[:.、](?!新建|建设|完成|改造)")
_TOLD = pattern(r"现[将就][^,。;]{0,24}(?:通报|报告|汇报|反馈)如下")
"""现将有关情况通报如下: the paragraph tells what was looked at."""
_DEFINED = pattern(r"“[^“”]{1,24}”:(?:在[^,。;]{1,14}[内中下上],|是|即|指|又称|也称|根据|通常|一般)")
"""“一村一品”:在一定区域内,…: a line that says what a word means."""
_STRENGTH = pattern(r"发挥|利用|依托|凭借|借助|立足")
"""发挥现有年产仔猪30万头、种猪2万头的优势: what is there already."""
_POSTS = pattern(r"[^,。;、]{0,10}任(?:领导小组|指挥部|专班)?(?:副)?(?:组长|主任|主席|会长|召集人|总指挥|指挥长|成员)")
_SUBMITTED = pattern(r"报送|推荐|上报|申报|提交|典型(?:案例|经验)")
_SENT: Final = ("检送", "函送", "附送", "检附", "检陈", "陈报", "随文", "寄送", "移送")
"""檢送計畫1份: what a letter has with it."""
_COPIES: Final = frozenset({"份", "件", "册", "本", "式"})
_NEAR: Final = 60
_FAR: Final = 160
_AHEAD: Final = 400
_OUGHT: Final = ("应在", "须在", "需在", "应当在", "一般在", "原则上在")
_CAPITAL: Final = ("资本金比例", "自筹比例", "首付比例", "首付款比例", "配套比例", "资本金")


def explained(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str:
    """The kind of a number that only explains, or "".

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("便民圈是指半径不超过1公里的范围", "每个县推荐不超过2个", "3名副县长任副组长", "便民圈达到2个")
    >>> [explained(line, quantities(line)[0], (0, len(line)), (0, len(line))) for line in lines]
    ['standard', 'standard', 'declared_count', '']
    """
    number = quantity.start
    tail = text[quantity.end : quantity.end + _AHEAD]
    if "如下" in tail and _TOLD.match(tail, max(0, tail.rfind("现"))) is not None:
        return by("past", "achievement")
    start = max(sentence[0], number - _FAR)
    head = text[max(0, sentence[0] - 1) : sentence[0] + 8]
    noted = ("注" in head or "说明" in head) and _NOTE.search(text, max(0, sentence[0] - 1), min(number, sentence[0] + 8)) is not None
    if sentence[0] == 0 and text[:1] == "“" and _DEFINED.match(text) is not None:
        return by("explains", "standard")
    if noted or (any(map(text[start:number].__contains__, _MEANINGS)) and _MEANS.search(text, start, number)):
        return by("explains", "standard")
    if "优势" in tail and (stands := _STRENGTH.search(text, start, number)) is not None:
        end = text.find("的优势", quantity.end, sentence[1])
        if end > 0 and text.find("的优势", stands.end(), number) < 0:
            return by("strength", "achievement", stands.span())
    if quantity.dimension == "person" and _POSTS.match(text, quantity.end, clause[1]):
        return by("posts", "declared_count")
    if quantity.comparator in ("le", "lt") and quantity.counts and _SUBMITTED.search(text, max(start, number - _NEAR), number):
        return by("submitted", "standard")
    if quantity.unit_name in _COPIES and any(map(text[clause[0] : number].__contains__, _SENT)):
        return by("sent", "reference")
    if quantity.comparator in ("ge", "le") and text.endswith(_OUGHT, clause[0], quantity.before) and quantity.after > quantity.end:
        return by("ought", "threshold")
    if quantity.comparator in ("ge", "le") and text.endswith("在", clause[0], quantity.before) and text.startswith("的", quantity.after):
        return by("ought", "threshold")  # 拥有量在200户以上的村
    if quantity.unit_name == "%" and text.endswith(_CAPITAL, clause[0], quantity.before):
        return by("capital", "rate")
    return ""
