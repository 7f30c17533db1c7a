"""发文机关核对: signature, title and agency code name one and the same organ."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.found import Entry, Found, Span
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_ORGAN = pattern(r"^(?P<place>[\u3400-\u9fff]{1,16}?)(?:人民)?政府(?P<office>办公室|办公厅|办)?(?=关于|印发|转发|批转|$)")
_OFFICE_CODE = pattern(r"(?:政办|府办|办)(?:发|函|字|规|秘|通|电|明电|发明电)?$")
_GOVERNMENT_CODE = pattern(r"(?:政|府)(?:发|函|字|规)$")


def check_issuers(found: Found) -> Iterator[Entry]:
    """H015: a government's name in one place and its office's, or another place's, in the other."""
    issuers = found.values["issuers"]
    if len(issuers) != 1:
        return
    signed = _ORGAN.match("".join(fold(issuers[0]).split()))
    where = found.span("issuers")
    if signed is None or where is None or not _below(found, where):
        return  # a website's block often gives its own house
    titled = _ORGAN.match("".join(fold(found.values["title"] or "").split()))
    number = found.values["document_number"]
    if titled is not None and not _same(titled["place"], signed["place"], offices=(bool(titled["office"]), bool(signed["office"]))):
        yield diagnostic("H015", where, found.spans("title"), issuer=issuers[0], other=f"the title begins with “{titled[0]}”")
    elif number:
        code = "".join(fold(number["agency_code"]).split())
        office = True if _OFFICE_CODE.search(code) else False if _GOVERNMENT_CODE.search(code) else None
        if office is not None and office != bool(signed["office"]):
            words = "an office" if office else "a government"
            other = f"the document number “{number['text']}” is that of {words}"
            yield diagnostic("H015", where, [number["span"]], issuer=issuers[0], other=other)


def _same(first: str, second: str, *, offices: tuple[bool, bool]) -> bool:
    """Whether two organs may be one: the same rank, and one place's name ends with the other's (市, 云泽市, 槐江省云泽市)."""
    return offices[0] == offices[1] and (first.endswith(second) or second.endswith(first))


def _below(found: Found, where: Span) -> bool:
    """Whether a name stands below the body, as a signature does."""
    first = found.parts[0].body_first
    return first < len(found.lines) and where[0] >= found.lines[first].start
