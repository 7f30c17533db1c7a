r"""不可见字符: what nobody sees and no printed notice has: byte order marks, zero-width characters, soft hyphens, marks of direction.

Control characters of C1 are quotes and dashes of Windows-1252 that were taken over byte for byte.
"""

from __future__ import annotations

from policydoc.rules.patterns import pattern
from policydoc.text.changes import Change, changed, told
from policydoc.text.edits import Repaired
from policydoc.text.transcoding import windows_1252

_INVISIBLE = pattern(
    r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]+"
)
_CONTROLS = pattern(r"(?<![\x80-\x9f\xa1-\xff\ufffd])[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]{1,4}(?![\x80-\x9f\xa1-\xff\ufffd])")


def read_invisible(text: str) -> Repaired | None:
    r"""The text without its invisible characters.

    >>> done = read_invisible("新建\u200b公厕3\ufeff座")
    >>> done.content if done else ""
    '新建公厕3座'
    """
    changes = [Change(*match.span(), "") for match in _INVISIBLE.finditer(text)]
    return told(changed(text, "invisible", changes), "T013", "invisible characters")


def read_controls(text: str) -> Repaired | None:
    r"""Control characters that stand for a quote or a dash of Windows-1252.

    >>> done = read_controls("\x93放心\x94工程")
    >>> done.content if done else ""
    '“放心”工程'
    """
    signs = {byte: sign for sign, byte in windows_1252().items()}
    changes = [Change(*match.span(), "".join(map(signs.__getitem__, match[0]))) for match in _CONTROLS.finditer(text)]
    return told(changed(text, "controls", changes), "T014", "control characters for quotes and dashes")
