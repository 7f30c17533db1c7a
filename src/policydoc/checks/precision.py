"""精度: how finely a number was printed, and what two numbers may differ by for that reason."""

from __future__ import annotations

from decimal import Decimal

from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_PRINTED = pattern(r"[0-9]{1,15}(?:\.(?P<part>[0-9]{1,9}))?")


def half(text: str, value: Decimal) -> Decimal:
    """Half of the last printed place, which rounding may have cost; nothing for a whole number without 万 or 亿.

    >>> half("1.2万户", Decimal(12000)), half("35个", Decimal(35))
    (Decimal('500'), Decimal('0'))
    """
    found = _PRINTED.search("".join(fold(text).split()).replace(",", ""))
    if found is None or not value:
        return Decimal(0)
    printed = Decimal(found[0])
    scale = value / printed if printed else Decimal(1)
    if found["part"] is None and scale == 1:
        return Decimal(0)
    return scale * Decimal(10) ** -len(found["part"] or "") / 2


def plain(value: Decimal) -> str:
    """A number in a message: no exponent, no zeros behind the point, two places at most.

    >>> plain(Decimal("50.000")), plain(Decimal("33.3333")), plain(Decimal("1E+2"))
    ('50', '33.33', '100')
    """
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".")
