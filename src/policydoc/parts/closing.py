"""落款: whether a date line is the 成文日期 of a document, by what stands above and below it."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.announcement import announcement_at
from policydoc.rules.agencies import is_organisation
from policydoc.rules.labels import label_pattern
from policydoc.rules.patterns import pattern

REACH = 60
"""How many live lines a tail may have."""
_CLOSED = pattern(r"\.(?:docx?|xlsx?|pdf|wps|zip|rar)$|电话:[-0-9()、,; ]{6,40}$")
"""What closes a text besides a full stop: the file of the attachment, a telephone number."""
_PAGE = pattern(r"提示|打印|关闭|版权|链接|网站|扫一?扫|扫描|上一篇|下一篇|相关|责任编辑|分享|二维码|广告|反馈|主办|承办|ICP|浏览|阅读")
_PROCLAIMED = pattern(r"命令公布。?|着?即?公布施?行?。")
_SHORT_NAME = pattern(r"[\u3400-\u9fff]{2,12}")
_PLAIN_NAME = pattern(r"[\u3400-\u9fff·“”()、-]{4,40}")
_CLOSING = pattern(r"特此|此致|此复|以上|妥否|请予|敬礼|附件")
_PAGE_LINES = 16
POST = pattern(r"(?:代|副)?(?:省长|市长|县长|区长|州长|旗长|盟长|主席|主任|局长|部长|厅长|院长|检察长|总理)")
"""A post without the name that the seal hides."""


def closes(lines: Sequence[Line], live: Sequence[int], place: int, *, alone: bool = True) -> bool:
    """Whether a date line is the date of a document: signed, or right below a sentence; `alone`: nothing but a tail follows."""
    line = lines[live[place]]
    signed = shape.is_signed_date(line.text)
    if not signed and place:
        above = lines[live[place - 1]]
        signed = _signs(above.text) or signed_aside(lines, live, place - 1, place) or bare_name(lines, live, place - 1, place)
        sentence = above.role == "text" and len(above.text) >= 6 and _ends_text(above.text)
        noted = place + 1 < len(live) and shape.is_annotation(lines[live[place + 1]].text)
        if not (signed or sentence or noted or any(lines[live[step]].text.startswith("附") for step in range(max(0, place - 12), place))):
            return False
    if not alone:
        return True
    if len(live) - place > REACH:
        return False
    step = place + 1
    while step < len(live):
        text = lines[live[step]].text
        listed = announcement_at(lines, live, step) if text[0] == "附" else None
        if listed is not None:
            step = listed.end
            continue
        tail_like = below_date(lines, live[step]) or continues_imprint(lines, live, step) or shape.person_name(text) is not None
        tail_like = tail_like or (step == place + 1 and is_organisation(text))
        if not signed and step == place + 1 and _PAGE.search(text) and "。" not in text and len(live) - place <= _PAGE_LINES:
            return True
        if not tail_like and (not signed or shape.is_item(text) or len(text) > 300 or lines[live[step]].role == "table"):
            return False
        step += 1
    return True


def _signs(text: str) -> bool:
    """Whether a line is a signature: an office, a person, a post, or the trace of a seal."""
    return is_organisation(text) or shape.person_name(text) is not None or shape.is_seal(text) or POST.fullmatch(text) is not None


def _ends_text(text: str) -> bool:
    return text[-1:] in "。.)!》" or _CLOSED.search(text) is not None


def below_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may stand below the date."""
    text = lines[index].text
    if lines[index].role != "text":
        return False
    return (
        shape.is_annotation(text)
        or shape.is_imprint(text)
        or shape.is_seal(text)
        or shape.is_date(text)
        or _PROCLAIMED.fullmatch(text) is not None
        or label_pattern("letter").match(text) is not None
        or label_pattern("metadata").match(text) is not None
        or (text[0] == "(" and text[-1] == ")" and len(text) <= 120)
    )


def bare_name(lines: Sequence[Line], live: Sequence[int], step: int, place: int) -> bool:
    """Whether a few characters stand alone between the last sentence and the date: an office whose name no table knows (市防指)."""
    text = lines[live[step]].text
    if step != place - 1 or step < 1 or len(text) > 12 or _SHORT_NAME.fullmatch(text) is None or POST.fullmatch(text):
        return False
    above = lines[live[step - 1]]
    return above.role == "text" and len(above.text) >= 6 and above.text[-1] in "。;)"


def signed_aside(lines: Sequence[Line], live: Sequence[int], step: int, date: int) -> bool:
    """A name with an ending that the table does not know: right above the date, set aside like it, below a whole sentence."""
    line = lines[live[step]]
    if step != date - 1 or line.indent < 8 or not _PLAIN_NAME.fullmatch(line.text) or _CLOSING.match(line.text) or shape.is_item(line.text):
        return False
    above = lines[live[step - 1]] if step else None
    return above is not None and above.text[-1:] in "。.)" and not shape.is_date(above.text)


def continues_imprint(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    """A further line of 抄送: organisations only, with an imprint line above it."""
    for step in range(place - 1, max(-1, place - 8), -1):
        if lines[live[step]].role != "text":
            return False
        text = lines[live[step]].text
        if shape.is_imprint(text):
            return all(
                len(lines[live[between]].text) <= 200 and not shape.is_item(lines[live[between]].text)
                for between in range(step + 1, place + 1)
            )
        if len(text) > 200 or shape.is_item(text):
            return False
    return False
