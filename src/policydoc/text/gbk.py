"""错位的 GBK: text whose bytes were paired one byte late, and the channel that made it so.

A line that begins with two ideographic blanks and a full-width character (A1A1 A1A1 A3A8 for 　　（) holds the bytes of 。
(A1A3) across two characters. Whatever cuts at that false 。 leaves a lone A1, shown as ?, the false 。, and a rest that is
read in pairs one byte late: （一）口 becomes ?。ㄒ唬┛. A pair that CP936 does not know vanishes, both bytes of it. The first
ASCII byte ends the run; as the second byte of a character it shows as a letter. Some readers fold full-width ASCII to
half width afterwards, so that A3C8 inside a run shows as the letter H, and A3B8 as a digit that never was in the text.
"""

from __future__ import annotations

from functools import cache

MARK = "?。"
"""What stands for the head of a damaged line."""

NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII to half width, as the readers fold it."""

_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_LEADS = range(0x81, 0xFF)


@cache
def characters() -> dict[tuple[int, int], str]:
    """The characters of CP936 by lead and trail byte.

    >>> characters()[0xA3, 0xA8], len(characters())
    ('（', 21791)
    """
    table = {}
    for lead in _LEADS:
        for trail in _TRAILS:
            try:
                table[lead, trail] = bytes((lead, trail)).decode("cp936")
            except UnicodeDecodeError:
                continue
    return table


def misread(line: str) -> str | None:
    """What is shown of a line that begins with a full-width character; None where CP936 cannot write it.

    Full-width ASCII is folded on both sides: compare with `shown.translate(NARROW)`.

    >>> misread("（一）口袋公园建设"), misread("（三）口袋公園建設")
    ('?。ㄒ唬┛诖敖ㄉ', '?。ㄈ┛诖珗@建設')
    """
    try:
        written = line.encode("cp936")[1:]
    except UnicodeEncodeError:
        return None
    table = characters()
    shown = [MARK]
    here = 0
    while here < len(written):
        lead = written[here]
        trail = written[here + 1] if here + 1 < len(written) else 0
        if lead < 0x80:
            shown.append(chr(lead))
            here += 1
        elif trail < 0x40 or trail == 0x7F:
            here += 1
        else:
            shown.append(table.get((lead, trail), ""))
            here += 2
    return "".join(shown).translate(NARROW)
