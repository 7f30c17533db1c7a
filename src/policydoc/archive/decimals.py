"""定点数: what fits the decimal columns of the tables."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

PRECISION: Final = 38
PLACES: Final = 18
"""Digits of a decimal column, and how many of them stand behind the point: what Arrow, Spark, Polars and DuckDB share."""

_STEP: Final = Decimal(1).scaleb(-PLACES)
_EXACT: Final = Context(prec=PRECISION)


def fitting(value: Decimal | None) -> Decimal | None:
    """定点数: the value where it fits a decimal column exactly, else null: it is never rounded.

    >>> fitting(Decimal("0.5")), fitting(Decimal("1E+5")), fitting(Decimal("1E+20")), fitting(Decimal("1E-19"))
    (Decimal('0.5'), Decimal('100000'), None, None)
    """
    if value is None or not value.is_finite():
        return None
    if value == 0:
        return Decimal(0)
    if value.adjusted() >= PRECISION - PLACES:
        return None
    if -PLACES <= value.as_tuple().exponent <= 0:  # type: ignore[operator]  # a finite value has a number there
        return value
    exact = value.quantize(_STEP, context=_EXACT)
    if exact != value:
        return None
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else exact
