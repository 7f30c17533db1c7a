"""A notice composed of its elements, of which a test makes one special; and what is read from it."""

from __future__ import annotations

from typing import Any

from policydoc.header import Heading, headings
from policydoc.layout import lines
from policydoc.parts import parts

TITLE = "云泽市人民政府办公室关于做好便民服务工作的通知"
BODY = "现就有关事项通知如下。\n一、加强领导。各地要高度重视，抓好落实。\n二、新建便民驿站8个。\n"
SIGNED = "云泽市人民政府办公室\n2024年3月5日"


def read(text: str) -> Heading:
    """The heading of a text."""
    found = lines(text)
    return headings(text, found, parts(text, found))


def notice(
    *,
    number: str = "云政办发〔2024〕7号",
    title: str = TITLE,
    to: str = "各县（区）人民政府：",
    body: str = BODY,
    signed: str = SIGNED,
    after: str = "",
) -> dict[str, Any]:
    """The header of a notice of which one element is special."""
    return read(f"{number}\n\n{title}\n\n{to}\n{body}\n{signed}\n{after}").header


def number_of(header: dict[str, Any]) -> str | None:
    """发文字号 in the normal form."""
    return header["document_number"] and header["document_number"]["text"]


def kinds(text: str) -> list[tuple[str, str | None]]:
    """Kind and title of every part."""
    return [(part.kind, part.title) for part in parts(text, lines(text))]


def bodies(text: str) -> list[tuple[str, str]]:
    """The first and the last line of every body, folded."""
    found = lines(text)
    spans = [(part.body_first, part.body_last) for part in parts(text, found)]
    texts = [[line.text for line in found[first:last] if line.text] for first, last in spans]
    return [(body[0], body[-1]) if body else ("", "") for body in texts]
