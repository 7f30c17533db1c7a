"""注音: the sound of a character in brackets behind it, as converted pages of learners' sites have it: 發(fā)展(zhǎn)."""

from __future__ import annotations

from policydoc.rules.patterns import pattern
from policydoc.text.changes import Change, changed, told
from policydoc.text.edits import Repaired

_GLOSS = pattern(
    r"(?<=[\u3400-\u9fff])[(（](?=[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡ]{1,6}[)）]"
    r"(?![a-zA-Z])"
)
FEWEST = 3
"""One or two tell how a rare name sounds; more are of a machine."""


def read_glosses(text: str) -> Repaired | None:
    """The text without the sounds behind its characters.

    >>> done = read_glosses("發(fā)展(zhǎn)養(yǎng)老服務")
    >>> done.content if done else ""
    '發展養老服務'
    >>> read_glosses("犍(qián)为县") is None
    True
    """
    changes = [Change(*match.span(), "") for match in _GLOSS.finditer(text)]
    if len(changes) < FEWEST:
        return None
    return told(changed(text, "glosses", changes), "T015", "sounds of characters")
