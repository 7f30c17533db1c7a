"""A line of the terminal as pieces of text with a style each: measured and cut as text, coloured when it is written."""

from __future__ import annotations

from typing import NamedTuple

from policydoc.cli.parse import shown
from policydoc.cli.terminal import cut, width

_CODES = {"dim": "2", "bold": "1", "count": "36", "warning": "33", "error": "31", "info": "2"}
"""Style → SGR parameter: one accent for counts, the two colours of alarm, and degrees of the terminal's own colour."""


class Piece(NamedTuple):
    """Text in one style; `ink` makes it, so that nothing in it steers the terminal."""

    text: str
    style: str = ""


Cell = tuple[Piece, ...]


def ink(text: str, style: str = "") -> Cell:
    """A cell of one piece: control characters, line ends and marks of direction are shown as · or a blank.

    >>> ink("新建" + chr(27) + "[2J" + chr(0x202E) + "8个")[0].text
    '新建·[2J·8个'
    """
    plain = shown(text, None).replace("\ufe0f", "")  # the selector that makes a sign a wide picture in some terminals
    return (Piece(plain, style),) if plain else ()


def cell_width(cell: Cell) -> int:
    """Columns of a cell."""
    return sum(width(piece.text) for piece in cell)


def cut_cell(cell: Cell, room: int) -> Cell:
    """The cell, or as much of it as fits with … behind it.

    >>> cut_cell((*ink("（一）", "dim"), *ink("公厕改造")), 10)
    (Piece(text='（一）', style='dim'), Piece(text='公…', style=''))
    """
    if cell_width(cell) <= room and sum(len(piece.text) for piece in cell) <= 8 * room:
        return cell
    left = cut("".join(piece.text for piece in cell), room)
    pieces: list[Piece] = []
    for piece in cell:
        if not left:
            break
        part = left[: len(piece.text)] if len(left) > len(piece.text) else left
        left = left[len(part) :]
        if left == "…":  # the sign stands in the style of what it cuts
            part, left = part + left, ""
        pieces.append(Piece(part, piece.style))
    return tuple(pieces)


def padded(cell: Cell, room: int, *, right: bool = False) -> Cell:
    """The cell cut or filled to exactly `room` columns."""
    cell = cut_cell(cell, room)
    blank = (Piece(" " * (room - cell_width(cell))),)
    return (*blank, *cell) if right else (*cell, *blank)


def written(cell: Cell, room: int, *, colour: bool) -> str:
    r"""The cell as one line: cut to `room`, no blanks at its end, coloured on request.

    >>> written(ink("公厕改造", "bold"), 80, colour=True)
    '\x1b[1m公厕改造\x1b[0m'
    """
    pieces = list(cell)
    while pieces and not pieces[-1].text.rstrip():
        pieces.pop()
    if pieces:
        pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].style)
    return "".join(coloured(piece) if colour else piece.text for piece in cut_cell(tuple(pieces), room))


def coloured(piece: Piece) -> str:
    """A piece between the codes of its style."""
    codes = ";".join(_CODES[name] for name in piece.style.split())
    return f"\x1b[{codes}m{piece.text}\x1b[0m" if codes else piece.text
