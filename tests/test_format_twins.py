"""One notice in many formats has one plan: header, outline, tasks and targets of each file are those of the text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import CORPUS
from likeness import differences, facts
from ofd import notice_as_ofd
from offices import CHROMIUM, SOFFICE, converted, printed, set_in_print
from policydoc import parse
from policydoc.source import read
from sheets import sheet, xlsx
from typist import docx, html, typed

WRAPPED = {
    "015": "its lines end where those of a page did",
    "019": "its lines end where those of a page did",
    "022": "its lines are those of a printed page, with its furniture",
    "039": "its lines end where those of a page did",
}
"""Notices that nobody types anew as they stand: typed so, they have lost the indents that tell where a paragraph begins."""

UNRULED = {
    "026": "its cells stand below each other, one on a line",
    "027": "its cells stand one behind the other, without anything between them",
}
"""Notices with what is left of a table that has lost its lines: typed anew, there is nothing on the page that shows where cells end."""

NOTICES = {path.parent.name[:3]: path for path in sorted(CORPUS.glob("*/notice.txt"))}
TYPED = [number for number in NOTICES if number not in WRAPPED]
OF_PAGES = [number for number in TYPED if number not in UNRULED]
SOME = OF_PAGES[::3] + OF_PAGES[1::3]
"""Enough of them for what takes long to print."""
OF_LINES = [number for number in OF_PAGES if "\t" not in NOTICES[number].read_text(encoding="utf-8-sig")]


class Twin(NamedTuple):
    """A way to another format."""

    make: Callable[[Twins], dict[str, Path]]
    needs: tuple[str, ...]
    """Programs and modules without which there is nothing to test."""
    notices: list[str]


class Twins:
    """The notices in other formats; each is made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.of = cache(self._of)

    def _of(self, name: str) -> dict[str, Path]:
        return TWINS[name].make(self)

    def written(self, name: str, suffix: str, make: Callable[[str], bytes]) -> dict[str, Path]:
        """A file for each notice, made from its text."""
        folder = self.folder / name.replace(" ", "-")
        folder.mkdir()
        paths = {number: folder / f"{number}.{suffix}" for number in NOTICES}
        for number, path in paths.items():
            path.write_bytes(make(read(NOTICES[number]).text))
        return paths

    def saved(self, name: str, suffix: str, notices: list[str]) -> dict[str, Path]:
        """The files of one twin as LibreOffice saves them in another format."""
        folder = self.folder / f"{name}-as-{suffix}".replace(" ", "-")
        paths = [self.of(name)[number] for number in notices]
        return set_in_print(paths, folder) if suffix == "pdf" else converted(paths, suffix, folder)

    def pages(self, name: str) -> dict[str, Path]:
        """The web pages of a twin as Chromium prints them."""
        return printed([self.of(name)[number] for number in SOME], self.folder / "printed")


def saved(name: str, suffix: str, *needs: str) -> Twin:
    """What LibreOffice makes of a twin."""
    notices = list(NOTICES) if name == "text" else TYPED if suffix != "pdf" else OF_PAGES if name == "docx" else SOME
    return Twin(lambda twins: twins.saved(name, suffix, notices), ("LibreOffice", *needs), notices)


TWINS = {
    "text": Twin(lambda twins: twins.written("text", "txt", lambda text: text.encode()), (), list(NOTICES)),
    "html": Twin(lambda twins: twins.written("html", "html", lambda text: html(typed(text)).encode()), (), TYPED),
    "docx": Twin(lambda twins: twins.written("docx", "docx", lambda text: docx(typed(text))), (), TYPED),
    "counted docx": Twin(lambda twins: twins.written("counted docx", "docx", lambda text: docx(typed(text, numbered=True))), (), TYPED),
    "docx, saved again": saved("counted docx", "docx"),
    "docx of text": saved("text", "docx"),
    "doc": saved("docx", "doc", "olefile"),
    "counted doc": saved("counted docx", "doc", "olefile"),
    "doc of text": saved("text", "doc", "olefile"),
    "pdf": saved("docx", "pdf", "pypdfium2"),
    "counted pdf": saved("counted docx", "pdf", "pypdfium2"),
    "ofd": Twin(lambda twins: twins.written("ofd", "ofd", notice_as_ofd), (), OF_LINES),
    "pdf of a browser": Twin(lambda twins: twins.pages("html"), ("Chromium", "pypdfium2"), SOME),
}
"""Every way to another format, by its name."""

PAIRS = [(name, number) for name, twin in TWINS.items() if name != "text" for number in twin.notices]


@pytest.fixture(scope="session")
def twins(tmp_path_factory):
    """All twins."""
    return Twins(tmp_path_factory.mktemp("twins"))


@cache
def of_the_text(number: str) -> dict[str, object]:
    """What every twin of a notice must give."""
    return facts(parse(NOTICES[number]))


def lacking(twin: Twin) -> str:
    """What a twin needs and this system has not."""
    have = {"LibreOffice": SOFFICE, "Chromium": CHROMIUM}
    return next((name for name in twin.needs if not (have[name] if name in have else find_spec(name))), "")


@pytest.mark.parametrize("name, number", PAIRS)
def test_the_same_plan(twins, name, number):
    """The plan of the twin says what the plan of the text says."""
    if missing := lacking(TWINS[name]):
        pytest.skip(f"needs {missing}")
    found = facts(parse(twins.of(name)[number]))

    assert list(differences(of_the_text(number), found)) == []


def tables(text: str) -> Iterator[list[list[str]]]:
    """The tables of a text that have three rows or more: lines with tabs, or with bars."""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows += [[cell.strip() for cell in line.strip().strip("|").split("|")]] if set(line) - set("|:- ") else []
        elif "\t" in line.strip():
            rows.append(line.split("\t"))
        else:
            if len(rows) > 2 and "：" not in rows[0][0]:  # what a website says of its page is no table
                yield rows
            rows = []


TABLES = [(path.parent.name[:3], rows) for path in sorted(CORPUS.glob("*/notice.[tm]*")) for rows in tables(read(path).text)]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize("rows", [rows for _, rows in TABLES], ids=[number for number, _ in TABLES])
def test_a_table_as_a_sheet(rows, suffix):
    """A table as a spreadsheet or as separated values gives what it gives as lines with tabs."""
    titled = [["云泽市2024年重点任务清单"], *rows]
    texts: list[str] = []
    written = io.StringIO()
    csv.writer(written).writerows(titled)
    content = written.getvalue().encode() if suffix == "csv" else xlsx({"任务": sheet(titled, texts)}, texts)

    found = facts(parse(content, name=f"清单.{suffix}"))

    assert list(differences(facts(parse("\n".join("\t".join(row) for row in titled))), found)) == []


def test_every_format_has_enough():
    """Twenty notices or more in every format."""
    assert min(len(twin.notices) for twin in TWINS.values()) >= 20


def test_a_difference_is_seen():
    """The comparison sees a number that is another one, and not only that."""
    one, other = (facts(parse(f"云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站{count}个。")) for count in (8, 9))

    assert list(differences(one, other)) != []
    assert list(differences(one, one)) == []
