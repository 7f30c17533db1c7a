"""转义: characters written as entities, escapes and percent signs, once or twice."""

from __future__ import annotations

from random import Random
from urllib.parse import quote

from damage.stretches import Damage, Stretch, by_sign, joined, some

NAMES = {
    "“": "ldquo",
    "”": "rdquo",
    "‘": "lsquo",
    "’": "rsquo",
    "—": "mdash",
    "…": "hellip",
    "·": "middot",
    "×": "times",
    "±": "plusmn",
    "℃": "#8451",
    "㎡": "#13217",
    "&": "amp",
    "<": "lt",
    ">": "gt",
}
"""Signs with names in web pages."""


def _entity(sign: str, form: str) -> str:
    return f"&#{ord(sign)};" if form == "decimal" else f"&#x{ord(sign):{form}};"


def entities(text: str, random: Random) -> Damage:
    """实体: every Chinese character and sign as a number, of one form for the whole text."""
    form = random.choice(("decimal", "x", "X"))
    return by_sign(text, lambda sign: _entity(sign, form) if sign > "\x7f" else "&amp;" if sign == "&" else None)


def entities_of_signs(text: str, random: Random) -> Damage:
    """Named entities of signs, and blanks written &nbsp;."""
    return by_sign(text, lambda sign: f"&{NAMES[sign]};" if sign in NAMES else None)


def entities_of_some(text: str, random: Random) -> Damage:
    """One character in ten as a number, as programs write what their own encoding lacks."""
    chosen = some(random, 0.1)
    return by_sign(text, lambda sign: _entity(sign, "decimal") if sign > "\x7f" and chosen(sign) else None)


def entities_twice(text: str, random: Random) -> Damage:
    """双重实体: the & of every entity is an entity again."""
    form = random.choice(("decimal", "x", "X"))
    return by_sign(text, lambda sign: _entity(sign, form).replace("&", "&amp;") if sign > "\x7f" else "&amp;amp;" if sign == "&" else None)


def unicode_escapes(text: str, random: Random) -> Damage:
    r"""\u5404\u7ea7: as JSON and Java write it, one form for the whole text."""
    form = random.choice(("04x", "04X"))

    def hurt(sign: str) -> str | None:
        if sign <= "\x7f":
            return None
        units = sign.encode("utf-16-be")
        return "".join(f"\\u{int.from_bytes(units[place : place + 2], 'big'):{form}}" for place in range(0, len(units), 2))

    return by_sign(text, hurt)


def percent(text: str, random: Random) -> Damage:
    """%E5%90%84: UTF-8 or GBK bytes as in addresses, line by line; ASCII stays but for % itself."""
    encoding = random.choice(("utf-8", "utf-8", "gb18030"))
    safe = "".join(map(chr, range(0x20, 0x7F))).replace("%", "")
    return by_sign(text, lambda sign: None if sign <= "\x7f" and sign != "%" else quote(sign, safe=safe, encoding=encoding))


def percent_u(text: str, random: Random) -> Damage:
    """%u5404%u7EA7: as escape() of browsers writes it."""
    return by_sign(text, lambda sign: f"%u{ord(sign):04X}" if "\x7f" < sign < "\U00010000" else None)


def blanks(text: str, random: Random) -> Damage:
    """&nbsp; and &emsp; for the blanks at the head of a line."""
    stretches: list[Stretch] = []
    for place, line in enumerate(text.split("\n")):
        if place:
            stretches.append(Stretch("\n", "\n", False))
        if line:
            stretches += [Stretch("&emsp;&emsp;", "\u2003\u2003", True), Stretch(line, line, False)]
    return joined(stretches)
