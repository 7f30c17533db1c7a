"""上下文: what stands around a date inside its clause, and whether it makes a past, a baseline or a threshold of it.

A date beside 比, 自, 根据, 以来, 起, 版 is no deadline; nor is one before 建成的 or 未完成的.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import verb_at

_CUTS = frozenset(",:。;!?\t|")
_SENTENCE_ENDS = pattern(r"[。;!?\t|.](?:(?<!\.)|(?<![0-9A-Za-z]\.)(?![0-9A-Za-z]))")
_NAMES = pattern(r"《[^《》]{0,120}》|“[^“”]{1,40}”")
_PLAIN = pattern(r"[^(),:。;!?\t|]*")
_WINDOW = 90
_DEED = r"(?:建成|建设|建造|竣工|完工|投用|投产|交付|使用|取得|获得|注册|登记|出生|参加工作|入职|落户|开工|完成|设立|成立|认定|颁发|购置|购买|发生|立项|批准|核准|备案|签订|到期|生产|入库|在建|参保|投入)"
_SINCE = pattern(r"(?:自从?|从|由)\Z")
_BASE_BEFORE = pattern(r"(?:比|较|与|超过|高于|低于|有效期?[为至到]{0,2}|追溯[至到]|上溯[至到]|结转(?:[至到])?|延续[至到]|跨)\Z")
_NAMED_BEFORE = pattern(
    r"(?:以|按照?|根据|依据|参照|对照|结合|基于|面向|立足|作为|遵照|落实|"
    r"(?:发布|成文|印发|发文|生成|公开|签发|公布|更新|会议|生效|施行|实施|废止|失效|出生|成立|注册|制发|上传)(?:日期|时间):?)\Z"
)
_BASE_AFTER = pattern(
    r"(?:以来|来(?=,)|之?日?起(?![点草步降重])|开始(?!建)|至今|[之以]?后(?![续期备勤])|同期|相比|(?:的)?(?:基础|水平)|为?基[期数年准]|不变价|现价|价格|版|仍?未|没有|尚未|不能|的(?!全部|新增))"
)
_TOLD_AFTER = pattern(
    r"(?:[^,。;:]{0,10}(?:印发|出台|发布|颁布|修订|修正|审议|批准|批复|召开|获批|荣获|被评|被授|下发|公布|成立)|[^,。;:]{0,8}?(?:已|均已)(?!有)|曾|以前|时(?=[,任]))"
)
_THRESHOLD = pattern(
    rf"(?!(?:要|须|应)?(?:完成|办结|开工|见效|实施)的(?:重点|主要|各项|具体)*(?:工作|任务|项目|事项|实事)(?:[(\[。,]|\Z))(?:已|就)?[^,。;:、]{{0,6}}?{_DEED}(?:并?{_DEED})?(?:通过验收|验收)?(?:的|但|且|并未|后)"
)
_STATE = pattern(
    r"(?:考核|考评|绩效|述职|总结表|分红|结算|评优)|[^,。;]{0,8}?(?:完成率|开工率|余额|结余|进度|未达|未完成|(?<!不)低于|不足[0-9一二三四五六七八九]|存量|总人口|户籍人口)"
)
_ADVERB = pattern(
    r"(?:计划|拟|将|要|力争|争取|确保|继续|全面|全部|基本|累计|再|预计|统筹|重点|持续|大力|扎实|深入|正式|主体|陆续|分批|力求|努力|必须|务必|应|可|高标准|高质量|按期|如期|顺利|共|分别|集中|组织|还|我们|主要|"
    r"为[^,。;:]{1,12}?(?=新|办|提|免|发|开|改)|赓续|续(?=办)|在?(?:全[市县区省州镇乡国域旗盟]|我[市县区省]|各[县区市镇乡地])(?:各[^,。;:]{1,6})?|至少|要求|分[一二三四五六两0-9]{1,2}(?:个?(?:批次?|期|年|步|阶段|季))?|统一|率先|同步)"
)
_NOUN = pattern(
    r"(?:任务|计划|目标|工作|方案|资金|情况|指标|清单|标准|名单|补助|资格|专项|年度|规划|重点|范围|对象|成本|办法|细则|率|前期|项目|企业|主体|单位|中(?![小学心医型央药]))"
)
_AMOUNT = pattern(
    r"(?<![0-9.第])(?!(?:19|20)[0-9]{2}[年\-])[0-9]+(?:\.[0-9]+)?(?![0-9年月]|日)|[一二三四五六七八九十百千万]+(?=[个项家户座处所条公里人场次件套台万])"
)
_INTENT = pattern(r"[^,。;:]{0,12}?(?:计划(?!生育|单列|书)|力争|争取|确保|预计|拟)")
_MORE_DEEDS = pattern(
    r"施工|动员|摸底|收尾|报送|上报|提交|报告|入住|进场|出版|到位|配套|见效|迁入|总结验收|宣传发动|[实施]行|不少于|不低于|不超过|至少|达到"
)
_AIM = pattern(r"[^,。;:]{0,24}(?:目标|任务|指标)(?:[是为][,:]?|:)")


@dataclass(frozen=True)
class Surroundings:
    """The sentences, names and clauses of one folded line."""

    text: str

    @cached_property
    def breaks(self) -> list[int]:
        """Where its sentences end."""
        return [match.end() for match in _SENTENCE_ENDS.finditer(self.text)]

    @cached_property
    def _names(self) -> tuple[list[int], list[int]]:
        spans = [match.span() for match in _NAMES.finditer(self.text)]
        return [start for start, _ in spans], [end for _, end in spans]

    def named(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside a title or a quotation and is not all of it.

        >>> Surroundings("印发《2024年要点》").named(3, 8)
        True
        """
        starts, ends = self._names
        index = bisect_right(starts, start) - 1
        return index >= 0 and end <= ends[index] and (starts[index] < start or end < ends[index])

    def before(self, start: int) -> str:
        """The words of the clause before a place.

        >>> Surroundings("全市(力争9月底前完成)").before(5)
        '力争'
        """
        text, depth, place, low = self.text, 0, start, max(0, start - _WINDOW)
        while place > low:
            mark = text[place - 1]
            if mark == ")":
                depth += 1
            elif mark == "(":
                depth -= 1
            if depth < 0 or (depth == 0 and mark in _CUTS):
                break
            place -= 1
        return text[place:start]

    def after(self, end: int) -> str:
        """The words of the clause behind a place.

        >>> Surroundings("9月底前新(改)建公厕3座,年底开放").after(4)
        '新(改)建公厕3座'
        """
        text, depth, high = self.text, 0, min(len(self.text), end + _WINDOW)
        plain = _PLAIN.match(text, end, high)
        place = plain.end() if plain else end
        while place < high:
            mark = text[place]
            if mark == "(":
                depth += 1
            elif mark == ")":
                depth -= 1
            if depth < 0 or (depth == 0 and mark in _CUTS):
                break
            place += 1
        return text[end:place]

    def opens(self, start: int, end: int) -> bool:
        """Whether a place is the first of its sentence and something is ordered in one of the sentence's next clauses.

        >>> Surroundings("2024年围绕民生,新建公厕3座").opens(0, 5), Surroundings("2024年工作要点").opens(0, 5)
        (True, False)
        """
        index = bisect_right(self.breaks, start)
        first = self.breaks[index - 1] if index else 0
        last = min(self.breaks[index] if index < len(self.breaks) else len(self.text), end + 2 * _WINDOW)
        return first == start and any(orders(clause) for clause in self.text[end:last].split(",")[1:6])


def is_reference(before: str, after: str, *, firm: bool, ranged: bool = False) -> bool:
    """Whether a date is told, compared or referred to; `firm` dates carry 前, and only comparison and threshold unmake them.

    A range may well begin with 自.

    >>> is_reference("比", "提高5%", firm=False), is_reference("", "建成的住宅", firm=True), is_reference("", "建成住宅", firm=True)
    (True, True, False)
    """
    if before and ((not ranged and _SINCE.search(before)) or _BASE_BEFORE.search(before)):
        return True
    if after and _BASE_AFTER.match(after):
        return True
    if firm:
        return _THRESHOLD.match(after) is not None
    return bool(
        (before and _NAMED_BEFORE.search(before))
        or (after and (_TOLD_AFTER.match(after) or _THRESHOLD.match(after) or _STATE.match(after)))
    )


def orders(after: str) -> bool:
    """Whether the words behind a period order something: a verb at once, or a verb and an amount.

    >>> orders("新建公厕"), orders("建设任务"), orders("居民收入增长6%"), orders("老旧小区改造方案")
    (True, False, True, False)
    >>> orders("计划脱贫453户"), orders("投资计划"), orders("新建的公厕")
    (True, False, False)
    """
    place = 0
    for _ in range(6):
        adverb = _ADVERB.match(after, place)
        if adverb is None:
            break
        place = adverb.end()
    verb = verb_at(after, place, len(after))
    if verb is not None and not _NOUN.match(after, place + len(verb.form)):
        return not after.startswith("的", place + len(verb.form))
    if _MORE_DEEDS.match(after, place):
        return True
    if has_amount(after) and _INTENT.match(after):
        return True
    digit = max((match.start() for match in _AMOUNT.finditer(after)), default=-1)
    return any(verb_at(after, start, digit) is not None for start in range(place, min(digit, place + 50)))


def aims(after: str) -> bool:
    """Whether the words behind a period and their mark announce its aims: 今年的主要目标是:.

    >>> aims("经济工作的主要目标是:"), aims("远景目标,")
    (True, False)
    """
    return _AIM.fullmatch(after) is not None


def has_amount(after: str) -> bool:
    """Whether there is a number that counts or measures.

    >>> has_amount("办理课程20场"), has_amount("第4次会议")
    (True, False)
    """
    return _AMOUNT.search(after) is not None
