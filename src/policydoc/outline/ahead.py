"""后续序数: which numbers start the lines that follow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from policydoc.outline.markers import Marker


class Ahead:
    """What comes next: for every family the ordinals that start later lines.

    >>> from policydoc.outline.markers import Marker, marker_at
    >>> ahead = Ahead((place, marker_at(text)) for place, text in enumerate(["一、甲", "1.乙", "2.丙", "二、丁"]))
    >>> ahead.after("han", 0), ahead.after("digit", 2), ahead.reach("digit", 0, 0)
    (2, None, 2)
    >>> lost = Ahead([(0, Marker("han", 0, 0, 1, True)), (1, marker_at("二、乙"))])
    >>> lost.lost("han", 0), lost.surely_after("han", 0)
    (1, 2)
    """

    def __init__(self, leads: Iterable[tuple[int, Marker]]) -> None:
        self._places: dict[str, list[int]] = {}
        self._ordinals: dict[str, list[int]] = {}
        self._sure: dict[str, tuple[list[int], list[int]]] = {}
        for place, marker in leads:
            self._places.setdefault(marker.family, []).append(place)
            self._ordinals.setdefault(marker.family, []).append(marker.ordinal)
            if not marker.graded:
                places, ordinals = self._sure.setdefault(marker.family, ([], []))
                places.append(place)
                ordinals.append(marker.ordinal)

    def after(self, family: str, place: int, skip: int = 0) -> int | None:
        """The ordinal of the next lead of a family behind a place, or None."""
        places = self._places.get(family)
        if places is None:
            return None
        index = bisect_right(places, place) + skip
        return self._ordinals[family][index] if index < len(places) else None

    def lost(self, family: str, place: int) -> int | None:
        """The ordinal of a lead at a place whose number was lost, counted back from the next number that was not."""
        places = self._places.get(family, [])
        index = bisect_right(places, place)
        for back, found in enumerate(self._ordinals.get(family, [])[index : index + 16]):
            if found:
                return found - back - 1
        return None

    def surely_after(self, family: str, place: int) -> int | None:
        """The ordinal of the next lead of a family that is not one of several numerals in a row."""
        places, ordinals = self._sure.get(family, ([], []))
        index = bisect_right(places, place)
        return ordinals[index] if index < len(places) else None

    def reach(self, family: str, place: int, ordinal: int) -> int:
        """The last ordinal of the leads behind a place that go on from an ordinal one by one (sixteen at most)."""
        places = self._places.get(family, [])
        index = bisect_right(places, place)
        last = ordinal
        for found in self._ordinals.get(family, [])[index : index + 16]:
            if found != last + 1:
                break
            last = found
        return last
