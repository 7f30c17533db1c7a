"""Each tool as one function from a sentence to readings, with its unit names put into those of the labels.

`policydoc` `find_targets(text, year=2024)`, as it is.
`hour` the regular expression of hour.py.
`cn2an` `cn2an.transform(text, "cn2an")` turns Chinese numerals into Arabic ones, then the regular expression of hour.py; where transform
raises, the sentence stays as it is.
`recognizers` the Chinese models for dimension, currency and percentage of Recognizers-Text; English unit names are mapped, and a
percentage whose words end in 百分点 is one of 百分点. Its Python
edition has no Chinese model for ranges and gives no comparators, so every reading counts as "eq".
`recognizers-units` its model for bare numbers; the measure word behind the number is looked up in the list of hour.py, and a number
without one is dropped. That is glue of ours, in the tool's favour.
`jionlp` `jionlp.ner.extract_money`, the one extractor of JioNLP that gives quantities; its `definition` blur+, blur- and blur is read as
"gt", "lt" and "approx", a pair of numbers as a range.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from importlib.metadata import version

Reading = tuple[float | None, float | None, float | None, str, str]
"""Value, low, high, unit, comparator."""
Reader = Callable[[str], list[Reading]]

ENGLISH = {
    "Meter": "米",
    "Kilometer": "公里",
    "Centimeter": "厘米",
    "Li": "里",
    "Square meter": "平方米",
    "Square kilometer": "平方公里",
    "Hectare": "公顷",
    "Mu": "亩",
    "Liter": "升",
    "Cubic meter": "立方米",
    "Kilogram": "公斤",
    "Jin": "斤",
    "Gram": "克",
    "Ton": "吨",
    "Chinese yuan": "元",
    "New Taiwan dollar": "新台币",
    "Hong Kong dollar": "港元",
    "United States dollar": "美元",
    "Euro": "欧元",
}
BLUR = {"blur+": "gt", "blur-": "lt", "blur": "approx"}


def plain(value: object) -> float | None:
    """A number of whatever type, or None."""
    return None if value is None else float(str(value))


def policydoc() -> tuple[str, Reader]:
    """This parser."""
    import policydoc

    def read(text: str) -> list[Reading]:
        found = policydoc.find_targets(text, year=2024)
        return [
            (plain(t.value), plain(t.low), plain(t.high), t.unit or "", str(getattr(t.comparator, "value", t.comparator))) for t in found
        ]

    return version("policydoc"), read


def hour() -> tuple[str, Reader]:
    """The regular expression of one hour."""
    from hour import targets

    return "", targets


def cn2an() -> tuple[str, Reader]:
    """cn2an.transform, then the regular expression."""
    import cn2an
    from hour import targets

    def read(text: str) -> list[Reading]:
        try:
            text = cn2an.transform(text, "cn2an")
        except Exception:
            return targets(text)
        return targets(text)

    return version("cn2an"), read


def recognizers() -> tuple[str, Reader]:
    """Recognizers-Text: dimension, currency, percentage."""
    warnings.simplefilter("ignore")
    from recognizers_number import recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    def read(text: str) -> list[Reading]:
        rows: list[Reading] = []
        for recognize in (recognize_dimension, recognize_currency, recognize_percentage):
            for found in recognize(text, Culture.Chinese):
                amount = (found.resolution or {}).get("value")
                if amount:
                    unit = found.resolution.get("unit") or ("百分点" if "百分点" in found.text else "%")
                    rows.append((float(amount.rstrip("%")), None, None, ENGLISH.get(unit, unit), "eq"))
        return rows

    return version("recognizers-text-number-with-unit"), read


def recognizers_units() -> tuple[str, Reader]:
    """Recognizers-Text: bare numbers, with the measure words of hour.py behind them."""
    warnings.simplefilter("ignore")
    from hour import FOLD, UNITS
    from recognizers_number import recognize_number
    from recognizers_text import Culture

    behind = re.compile(rf"(?:余|多)?({UNITS})")

    def read(text: str) -> list[Reading]:
        rows: list[Reading] = []
        for found in recognize_number(text, Culture.Chinese):
            unit = behind.match(text.translate(FOLD), found.end + 1)
            amount = (found.resolution or {}).get("value")
            if unit and amount:
                rows.append((float(amount), None, None, unit[1], "eq"))
        return rows

    return version("recognizers-text-number"), read


def jionlp() -> tuple[str, Reader]:
    """JioNLP: money."""
    import jionlp

    def read(text: str) -> list[Reading]:
        rows: list[Reading] = []
        for found in jionlp.ner.extract_money(text):
            detail = found["detail"]
            if isinstance(detail["num"], list):
                low, high = (float(amount) for amount in detail["num"])
                rows.append((None, low, high, detail["case"], "range"))
            else:
                rows.append((float(detail["num"]), None, None, detail["case"], BLUR.get(detail["definition"], "eq")))
        return rows

    return version("jionlp"), read


READERS: dict[str, tuple[str, Callable[[], tuple[str, Reader]]]] = {
    "policydoc": ("policydoc {}", policydoc),
    "hour": ("one-hour regex", hour),
    "cn2an": ("cn2an {}: transform, then the regex", cn2an),
    "recognizers": ("Recognizers-Text {}: units, percentages", recognizers),
    "recognizers-units": ("Recognizers-Text {}: numbers, with the regex's units", recognizers_units),
    "jionlp": ("JioNLP {}: money", jionlp),
}
"""Name on the command line: name in the table (`{}` is the release), and what loads it."""
