"""要素齐全: what a notice must have and this one has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern

_ANY: Final = ("title", "document_number", "issuers", "issued_on", "recipients", "printed_by", "printed_on")
_OVER: Final = ("废止", "失效")
_PARTLY: Final = ("部分", "未", "有效")
_ADDRESSED = pattern(r"(?:^各|人民政府|委员会|管委会|单位|部门|机构|[局委办厅院])[^。;]{0,30}:$")


def check_elements(found: Found) -> Iterator[Entry]:
    """H001: no element at all; H016: a 通知 to nobody; H017: a notice that the website calls 废止 or 失效."""
    values = found.values
    if not any(values[name] for name in _ANY):
        yield diagnostic("H001")
    covered = found.parts and found.parts[0].kind == "cover" and any(part.kind == "enclosure" for part in found.parts)
    title = found.span("title")
    if covered and title and values["document_kind"] == "通知" and not values["recipients"] and not _addressed(found):
        yield diagnostic("H016", title)
    validity = found.site.get("validity")
    if validity and any(word in validity for word in _OVER) and not any(word in validity for word in _PARTLY):
        yield diagnostic("H017", found.span("metadata.validity"), validity=validity)


def _addressed(found: Found) -> bool:
    """Whether a line of the letter looks like 主送机关, read as such or not."""
    part = found.parts[0]
    lines = found.lines[part.first : part.last]
    return any(line.text.endswith(":") and len(line.text) <= 200 and _ADDRESSED.search(line.text) for line in lines)
