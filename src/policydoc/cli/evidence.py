"""The bytes behind a repair: what the shown characters were written in, and which bytes of the true ones are among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.cli.changes import visible
from policydoc.cli.terminal import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policydoc.model import Edit
    from policydoc.repairing import Repaired

ENCODINGS = {
    "gbk-realign": ("gb18030", "gb18030"),
    "utf8-as-gbk": ("gb18030", "utf-8"),
    "big5-as-gbk": ("gb18030", "cp950"),
    "gbk-as-big5": ("cp950", "gb18030"),
    "utf8-as-latin": ("cp1252", "utf-8"),
    "gbk-as-latin": ("cp1252", "gb18030"),
}
"""Step → the encoding in which the bytes were read, and the one in which they were written; other steps are shown as code points."""
NEAR = 3
"""Characters between two changes of one run."""
MOST = 400
"""Characters of a run that are explained."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring changes of one step, what was shown there, and what is read."""

    edits: tuple[Edit, ...]
    shown: str
    read: str

    def rows(self, room: int) -> Iterator[str]:
        """The bytes of what was shown, and of what is read, those in [ ] not among them."""
        step = self.edits[0].step
        if len(self.shown) > MOST or len(self.read) > MOST:
            yield "    bytes  too many to show"
            return
        pair = ENCODINGS.get(step)
        if pair is None:
            yield from wrapped("bytes", [f"{visible(sign)} U+{ord(sign):04X}" for sign in self.shown], room)
            yield from wrapped("read", [f"{visible(sign)} U+{ord(sign):04X}" for sign in self.read], room)
            return
        shown = [written_in(sign, pair[0], self.read) for sign in self.shown]
        read = [written_in(wide(sign, self.shown) if pair[0] == pair[1] else sign, pair[1], "") for sign in self.read]
        seen = among(b"".join(shown), b"".join(read))
        yield from wrapped(
            "bytes", [f"{visible(sign)} {data.hex().upper() or '?'}" for sign, data in zip(self.shown, shown, strict=True)], room
        )
        yield from wrapped("read", list(marked(self.read, read, seen)), room)
        if not all(seen):
            yield "    [ ]    not among the bytes: inferred"


def runs(repaired: Repaired) -> Iterator[Run]:
    """The changes in runs: those of one step that stand in one line, near each other."""
    held: list[Edit] = []
    for edit in repaired.edits:
        if held:
            between = repaired.content[held[-1].span[1] : edit.span[0]]
            if edit.step != held[0].step or len(between) > NEAR or "\n" in between:
                yield _run(repaired.content, held)
                held = []
        held.append(edit)
    if held:
        yield _run(repaired.content, held)


def _run(content: str, edits: list[Edit]) -> Run:
    shown: list[str] = []
    here = edits[0].span[0]
    for edit in edits:
        shown += (content[here : edit.span[0]], edit.removed)
        here = edit.span[1]
    return Run(tuple(edits), "".join(shown), content[edits[0].span[0] : here])


def written_in(sign: str, encoding: str, read: str) -> bytes:
    r"""The bytes of a character; ASCII that the true text has not is folded full-width ASCII.

    >>> written_in("口", "gb18030", ""), written_in("M", "gb18030", "社保统筹"), written_in("M", "gb18030", "M")
    (b'\xbf\xda', b'\xa3\xcd', b'M')
    """
    if encoding == "gb18030" and "!" <= sign <= "~" and read and sign not in read and any(mark > "\x7f" for mark in read):
        folded = chr(ord(sign) + 0xFEE0).encode(encoding)
        if _pairs(read, encoding, folded):
            return folded
    if encoding == "cp1252" and "\x7f" < sign < "\xa0":  # the bytes that Windows-1252 does not know are kept as control characters
        return bytes((ord(sign),))
    if sign == "\ufffd":
        return b""
    return sign.encode(encoding, "replace")


def wide(sign: str, shown: str) -> str:
    """The full-width form of a true ASCII character that is not shown as itself: inside a run there are only pairs of bytes.

    >>> wide("(", "?。ㄒ"), wide("8", "座8")
    ('（', '8')
    """
    return chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" and sign not in shown else sign


def _pairs(read: str, encoding: str, pair: bytes) -> bool:
    """Whether two bytes stand side by side in the true text, across two characters."""
    return pair in read.encode(encoding, "replace")


def among(shown: bytes, read: bytes) -> list[bool]:
    """For each true byte whether it is among the shown ones, in their order.

    >>> among(b"ACD", b"ABCD")
    [True, False, True, True]
    """
    from difflib import SequenceMatcher

    seen = [False] * len(read)
    for block in SequenceMatcher(None, shown, read, autojunk=False).get_matching_blocks():
        seen[block.b : block.b + block.size] = [True] * block.size
    return seen


def marked(read: str, data: Iterable[bytes], seen: list[bool]) -> Iterator[str]:
    """Each true character with its bytes, those in brackets that were not seen.

    >>> list(marked("（一", [bytes.fromhex("A3A8"), bytes.fromhex("D2BB")], [False, True, True, True]))
    ['（ [A3]A8', '一 D2BB']
    """
    here = 0
    for sign, each in zip(read, data, strict=True):
        codes = "".join(f"{byte:02X}" if seen[here + place] else f"[{byte:02X}]" for place, byte in enumerate(each))
        here += len(each)
        yield f"{visible(sign)} {codes or '?'}".replace("][", "")


def wrapped(title: str, tokens: list[str], room: int) -> Iterator[str]:
    """Tokens on as many lines as they need, behind a title.

    >>> list(wrapped("read", ["一 D2BB", "口 BFDA"], 24))
    ['    read   一 D2BB', '           口 BFDA']
    """
    head, line = title, ""
    for token in tokens:
        longer = f"{line} · {token}" if line else token
        if line and width(longer) > room - 11:
            yield f"    {head:<7}{line}"
            head, longer = "", token
        line = longer
    if line:
        yield f"    {head:<7}{line}"
