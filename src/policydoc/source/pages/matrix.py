"""变换矩阵: how places inside an object of a page become places on the page; ISO 32000-1, 8.3.3 and GB/T 33190-2016, 8.5."""

from __future__ import annotations

from typing import TypeAlias

Matrix: TypeAlias = "tuple[float, float, float, float, float, float]"

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""Nothing is moved."""


def times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does the one and then the two.

    >>> times((2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 5.0, 7.0))
    (2.0, 0.0, 0.0, 2.0, 5.0, 7.0)
    """
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
