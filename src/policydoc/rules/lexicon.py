"""词表: the longest written form of a table at a place of folded text, before it or behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from policydoc.rules.table import Row, forms, table

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Written forms and what each stands for. Looking one up costs the same however many there are.

    >>> words = Lexicon({"压缩": "verb", "缩": "char"}, {"压缩": ("压缩机",)})
    >>> words.at("压缩时限", 0, 4), words.at("压缩机", 0, 3), words.before("时限压缩", 0, 4)
    (('verb', 2), None, ('verb', 2))
    """

    __slots__ = ("_heads", "_known", "_tails", "_unless")

    def __init__(self, known: Mapping[str, T], unless: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._known = dict(known)
        self._unless = {form: tuple((word, word.index(form)) for word in words) for form, words in (unless or {}).items()}
        self._heads = _lengths(self._known, slice(0, 2))
        self._tails: Mapping[str, Sequence[int]] | None = None

    def at(self, text: str, start: int, stop: int) -> tuple[T, int] | None:
        """The longest form that begins at a place and ends at or before `stop`: what it stands for, and its end."""
        head = text[start : start + 2]
        for length in self._heads.get(head) or self._heads.get(head[:1], ()):
            end = start + length
            if end > stop:
                continue
            form = text[start:end]
            found = self._known.get(form)
            if found is not None and not (form in self._unless and self._is_part(text, form, start)):
                return found, end
        return None

    def before(self, text: str, floor: int, stop: int) -> tuple[T, int] | None:
        """The longest form that ends at `stop` and begins at or behind `floor`: what it stands for, and its start."""
        if stop <= floor:
            return None
        if self._tails is None:  # most tables are only read forwards
            self._tails = _lengths(self._known, slice(-2, None))
        tail = text[stop - 2 if stop > 1 else 0 : stop]
        for length in self._tails.get(tail) or self._tails.get(tail[-1:], ()):
            start = stop - length
            if start < floor:
                continue
            form = text[start:stop]
            found = self._known.get(form)
            if found is not None and not (form in self._unless and self._is_part(text, form, start)):
                return found, start
        return None

    def _is_part(self, text: str, form: str, start: int) -> bool:
        """Whether a form stands inside one of the longer words that it may be part of; with 化, 级 or 域 behind it that is another word."""
        for word, offset in self._unless[form]:
            if (
                offset <= start
                and text.startswith(word, start - offset)
                and not text.startswith(("化", "级", "域"), start - offset + len(word))
            ):
                return True
        return False

    def get(self, form: str) -> T | None:
        """What a form stands for."""
        return self._known.get(form)

    def __contains__(self, form: str) -> bool:
        """Whether it is a form of the table."""
        return form in self._known


def _lengths(known: Mapping[str, object], end: slice) -> Mapping[str, Sequence[int]]:
    """The lengths, longest first, of the forms with two characters at that end; a form of one of them comes after all."""
    found: dict[str, list[int]] = {}
    for form in sorted(known, key=len, reverse=True):
        lengths = found.setdefault(form[end], [])
        if not lengths or lengths[-1] != len(form):
            lengths.append(len(form))
    for pair, lengths in found.items():
        if len(pair) == 2 and (pair[0] if end.start == 0 else pair[1]) in known:
            lengths.append(1)
    return found


def lexicon(name: str, meaning: Callable[[Row, str], T], wanted: Callable[[Row], bool] = lambda _: True) -> Lexicon[T]:
    """The forms of the wanted rows of a table; its column `unless` lists longer words that a form may be part of.

    >>> lexicon("verbs", lambda row, form: row["id"]).at("新建驿站", 0, 4)
    ('build', 2)
    """
    known: dict[str, T] = {}
    unless: dict[str, tuple[str, ...]] = {}
    for row in table(name):
        if not wanted(row):
            continue
        longer = forms(row, "unless") if "unless" in row else ()
        for form in forms(row):
            known[form] = meaning(row, form)
            if longer and form in row["unless"]:  # seldom: do not try all the words
                unless[form] = tuple(word for word in longer if form in word)
    return Lexicon(known, unless)
