"""粘连行: a notice whose line ends were lost between the elements of its head and tail."""

from __future__ import annotations

import datetime

import pytest

from composed import BODY, SIGNED, TITLE, bodies, number_of, read

NUMBER = "云政办发〔2024〕7号"
TO = "各县（区）人民政府，市政府各部门："
HEAD = f"{NUMBER}\n{TITLE}\n{TO}\n"
GLUED = BODY.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER}{TITLE}\n{TO}\n{BODY}{SIGNED}\n",
        f"{NUMBER}\n{TITLE}{TO}\n{BODY}{SIGNED}\n",
        f"{NUMBER}{TITLE}{TO}\n{BODY}{SIGNED}\n",
        f"{TITLE}\n{NUMBER}{TO}\n{BODY}{SIGNED}\n",
        f"{NUMBER}\n{TITLE}{TO}{BODY}{SIGNED}\n",
        f"云泽市人民政府办公室文件{NUMBER}{TITLE}\n{TO}\n{BODY}{SIGNED}\n",
        f"{HEAD}{GLUED}云泽市人民政府办公室2024年3月5日\n",
        f"{HEAD}{GLUED}云泽市人民政府办公室\n2024年3月5日\n",
        f"{HEAD}{BODY}云泽市人民政府办公室2024年3月5日\n",
    ],
)
def test_glued_elements(text: str) -> None:
    """Number, title and recipients, the last sentence, signature and date are told apart."""
    header = read(text).header

    assert (number_of(header), header["title"], header["recipients"]) == (NUMBER, TITLE, ["各县（区）人民政府", "市政府各部门"])
    assert (header["issuers"], header["issued_on"]) == (["云泽市人民政府办公室"], datetime.date(2024, 3, 5))


@pytest.mark.parametrize(
    "signed", ["云泽市人民政府办公室\n2024年3月5日（此件公开发布）", "云泽市人民政府办公室2024年3月5日（此件公开发布）"]
)
def test_glued_annotation(signed: str) -> None:
    """附注 behind the date in its line."""
    header = read(f"{HEAD}{BODY}{signed}\n").header

    assert (header["annotations"], header["disclosure"], header["issued_on"]) == (["此件公开发布"], "open", datetime.date(2024, 3, 5))


def test_glued_imprint() -> None:
    """印发机关 and 印发日期 behind 抄送 in its line."""
    header = read(f"{HEAD}{BODY}{SIGNED}\n抄送：市委办，市人大办。云泽市人民政府办公室2024年3月6日印发\n").header

    assert (header["copied_to"], header["printed_by"]) == (["市委办", "市人大办"], "云泽市人民政府办公室")
    assert header["printed_on"] == datetime.date(2024, 3, 6)


def test_the_last_item_stays_in_the_body() -> None:
    """A signature that is glued to the last item takes nothing of it from the body."""
    assert bodies(f"{HEAD}{GLUED}云泽市人民政府办公室2024年3月5日\n")[0][1].startswith("二、新建便民驿站8个。")


@pytest.mark.parametrize(
    "sentence",
    [
        "请于2024年3月5日前报送云泽市民政局。",
        "会议由云泽市民政局主持。",
        "按照市政府关于做好助餐工作的通知要求，各县（区）要做到：抓好落实。",
        "工程于2023年12月30日",
    ],
)
def test_sentences_are_not_parted(sentence: str) -> None:
    """A date, an office or a cited notice inside a sentence signs and addresses nothing."""
    header = read(f"{HEAD}现通知如下。\n一、{sentence}\n二、新建驿站8个。\n").header

    assert (header["issued_on"], header["recipients"], header["title"]) == (None, ["各县（区）人民政府", "市政府各部门"], TITLE)
