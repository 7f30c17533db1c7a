"""The value types that every model shares: spans, exact numbers, the frozen base."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema

Span = tuple[int, int]
"""Half-open `[start, end]` pair of Unicode code points into `text.content`."""


def exact_number(value: Decimal) -> int | float:
    """The JSON number of a decimal: an integer where it is one, else the float that prints the same digits.

    Values have at most 15 significant digits, and every decimal of 15 digits survives the way through a double.

    >>> exact_number(Decimal("12000")), exact_number(Decimal("1.2"))
    (12000, 1.2)
    """
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(exact_number, when_used="json"), WithJsonSchema({"type": "number"})]
"""`Decimal` in Python, a JSON number in JSON, exact to 15 significant digits."""


class Model(BaseModel):
    """Base of all models: frozen, and silent about fields that a later version may add."""

    model_config = ConfigDict(frozen=True, extra="ignore")
