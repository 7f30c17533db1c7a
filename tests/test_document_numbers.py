"""发文字号: every form, whole or damaged, one or several, and what is none of the notice's own."""

from __future__ import annotations

import pytest

from composed import SIGNED, TITLE, notice, number_of, read


@pytest.mark.parametrize(
    "written",
    [
        "云政办发〔2024〕7号",
        "云政办发﹝2024﹞7号",
        "云政办发[2024]7号",
        "云政办发【2024】7号",
        "云政办发（2024）7号",
        "云政办发﹝2024〕7 号",
        "云政办发〔２０２４〕７号",
        "云政办发(2024)第7号",
        "云政办发〔2024〕—7号",
        "云政办发〔二○二四〕7号",
        "云政办发 〔2024〕 7 号",
        "云政办发2024-7号",
        "（云政办发〔2024〕7号）",
        "文号：云政办发〔2024〕7号",
        "云政办发〔2024〕7号　　　签发人：某某",
        "云泽市人民政府办公室文件　　云政办发〔2024〕7号",
        "索引号：A1/2024-1　文号：云政办发〔2024〕7号",
        "云政办发〔2024〕07号",
        "云政办发〔2024〕7",
        "云政办发〔20247号",
    ],
)
def test_number_forms(written: str) -> None:
    """However it is written, the number has one normal form; what was written stands beside it."""
    header = notice(number=written)
    number = header["document_number"]

    assert (number["text"], number["agency_code"], number["year"], number["serial"]) == ("云政办发〔2024〕7号", "云政办发", 2024, 7)
    assert number["written"] in written
    assert (header["title"], header["recipients"], header["issuers"]) == (TITLE, ["各县（区）人民政府"], ["云泽市人民政府办公室"])


@pytest.mark.parametrize("title", [f"{TITLE}（云政办发〔2024〕7号）", f"云政办发〔2024〕7号 {TITLE}", f"{TITLE}\n（云政办发〔2024〕7号）"])
def test_number_beside_the_title(title: str) -> None:
    """A number in the title's line is the notice's own and no part of the title."""
    header = notice(number="", title=title)

    assert (number_of(header), header["title"]) == ("云政办发〔2024〕7号", TITLE)


@pytest.mark.parametrize(
    ("text", "number", "year", "serial"),
    [
        ("云泽市人民政府令\n第305号\n现予公布。\n", "第305号", None, 305),
        ("云泽市人民政府令第305号\n现予公布。\n", "云泽市人民政府令第305号", None, 305),
        ("汐州市第九届人民代表大会公告\n（第二号）\n现予公告：\n", "第2号", None, 2),
        ("云泽市财政局公告\n2024年第12号\n现公告如下。\n", "2024年第12号", 2024, 12),
        ("第12/2024號行政法規\n社會房屋管理規章\n第一條　標的。\n", "第12/2024號行政法規", 2024, 12),
        ("通函第5/2024號\n關於長者服務券的安排\n各區專員：\n", "通函第5/2024號", 2024, 5),
        ("松嶼市政府　函\n受文者：各區公所\n發文字號：松府社字第1130045678號\n主旨：請查照。\n", "松府社字第1130045678號", 2024, 45678),
        (f"政办7号\n{TITLE}\n各县：\n", "政办7号", None, 7),
        ("雲政辦發〔2024〕7號\n雲澤市人民政府關於做好便民服務工作的通知\n各縣：\n", "雲政辦發〔2024〕7號", 2024, 7),
    ],
)
def test_other_numbers(text: str, number: str, year: int | None, serial: int) -> None:
    """令, 公告, numbers of Taiwan, Hong Kong and Macau, numbers without a year."""
    found = read(text).header["document_number"]

    assert (found["text"], found["year"], found["serial"]) == (number, year, serial)


def test_cited_number_is_not_the_own() -> None:
    """A number in the text is a citation; the notice has none of its own."""
    found = read(
        f"{TITLE}\n各县：\n根据《关于加强便民服务的意见》（云政发〔2023〕1号）和省政府槐政发〔2021〕8号文件要求，抓好落实。\n{SIGNED}\n"
    )

    assert found.header["document_number"] is None
    assert [(citation["title"], citation["document_number"]) for citation in found.citations] == [
        ("关于加强便民服务的意见", "云政发〔2023〕1号"),
        (None, "槐政发〔2021〕8号"),
    ]


def test_citations_leave_out_own_texts_and_short_names() -> None:
    """The enclosed plan and 以下简称《意见》 are no other documents; a title inside a title belongs to it."""
    text = (
        "云泽市民政局关于印发《云泽市2024年助餐方案》的通知\n《云泽市2024年助餐方案》已经同意，现印发给你们。\n云泽市民政局\n2024年3月5日\n"
        "云泽市2024年助餐方案\n根据《关于落实〈养老规划〉的意见》（以下简称《意见》），落实《意见》，制定本方案。\n一、新建8个。\n"
    )

    assert [citation["text"] for citation in read(text).citations] == ["《关于落实〈养老规划〉的意见》"]


@pytest.mark.parametrize(
    "written", ["云民发〔2024〕7号\n云财社〔2024〕12号", "云民发〔2024〕7号 云财社〔2024〕12号", "云民发〔2024〕7号、云财社〔2024〕12号"]
)
def test_joint_issue(written: str) -> None:
    """联合行文: the first number leads; signatures side by side or one below the other."""
    header = notice(
        number=written,
        title="云泽市民政局　云泽市财政局关于做好助餐工作的通知",
        signed="云泽市民政局　　　云泽市财政局\n青岭县农商银行\n2024年3月5日",
    )

    assert number_of(header) == "云民发〔2024〕7号"
    assert [number["text"] for number in header["joint_numbers"]] == ["云财社〔2024〕12号"]
    assert header["issuers"] == ["云泽市民政局", "云泽市财政局", "青岭县农商银行"]


@pytest.mark.parametrize(
    "written",
    [
        "云政办发(2024〕7号",
        "云政办发〔2024]7号",
        "云政办发{2024}7号",
        "云政办发〖2024〗7号",
        "云政办发〈2024〉7号",
        "云政办发〔2024年〕7号",
        "云政办发〔 2024 〕 7 号",
        "云政办发〔2024〕\n7号",
        "云政办发\n〔2024〕7号",
        "云政办发〔2024〕7号文件",
        "云政办发〔2024〕7号（公开）",
        "云政办发〔二零二四〕第七号",
        "云泽市人民政府办公室　云政办发〔2024〕7号",
        "★\n云政办发〔2024〕7号\n━━━━━━━━",
        "发文文号: 云政办发〔2024〕7号 发布机关: 市政府办公室",
        "文号 | 云政办发〔2024〕7号 |\n成文日期 | 2024-03-05 10:58:43 |",
        "云政办发2024〕7号",
        "云政办发20247号",
    ],
)
def test_more_number_forms(written: str) -> None:
    """Brackets of any kind or lost, blanks, a break inside the number, an office or a remark beside it."""
    number = notice(number=written)["document_number"]

    assert (number["text"], number["agency_code"], number["year"], number["serial"]) == ("云政办发〔2024〕7号", "云政办发", 2024, 7)


@pytest.mark.parametrize(
    ("written", "number", "year", "serial"),
    [
        ("云政发明电〔2024〕7号", "云政发明电〔2024〕7号", 2024, 7),
        ("云机发 0123号", "云机发123号", None, 123),
        ("云革发〔78〕7号", "云革发〔78〕7号", 1978, 7),
        ("（2024）云政办7号", "〔2024〕云政办7号", 2024, 7),
        ("〔2024〕7号", "〔2024〕7号", 2024, 7),
        ("第12期", "第12期", None, 12),
        ("2024年第3期（总第128期）", "2024年第3期", 2024, 3),
        ("2024年第45號法律公告", "2024年第45號法律公告", 2024, 45),
        ("立法會CB(2)123/2024號文件", "立法會CB(2)123/2024號文件", 2024, 123),
        ("立法會CB(2)456/12-13號文件", "立法會CB(2)456/12-13號文件", None, 456),
    ],
)
def test_numbers_of_other_series(written: str, number: str, year: int | None, serial: int) -> None:
    """Telegrams, years of two digits, numbers without a code, 期号, papers of Hong Kong."""
    found = notice(number=written)["document_number"]

    assert (found["text"], found["year"], found["serial"]) == (number, year, serial)


@pytest.mark.parametrize("written", ["云政办发〔20 4〕 号", "云政办发〔〕号", "云政办发〔2024〕号"])
def test_a_lost_digit_is_not_invented(written: str) -> None:
    """A number without its year or serial is none; the title below it is read all the same."""
    header = notice(number=written)

    assert (header["document_number"], header["title"]) == (None, TITLE)


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("云民发〔2024〕7号\n云财社〔2024〕12号\n云卫发〔2024〕3号", TITLE),
        ("云民发〔2024〕7号；云财社〔2024〕12号；云卫发〔2024〕3号", TITLE),
        ("云民发〔2024〕7号/云财社〔2024〕12号/云卫发〔2024〕3号", TITLE),
        ("云民发〔2024〕7号云财社〔2024〕12号云卫发〔2024〕3号", TITLE),
        ("", f"{TITLE}（云民发〔2024〕7号、云财社〔2024〕12号、云卫发〔2024〕3号）"),
    ],
)
def test_joint_numbers(number: str, title: str) -> None:
    """The numbers of a joint issue, however they are set apart, in their order."""
    header = notice(number=number, title=title)

    assert (number_of(header), [other["text"] for other in header["joint_numbers"]]) == (
        "云民发〔2024〕7号",
        ["云财社〔2024〕12号", "云卫发〔2024〕3号"],
    )
    assert header["title"] == TITLE


def test_title_and_number_of_a_citation() -> None:
    """A request that a reply answers is cited with its number; 号文 behind a number does not hide it."""
    found = read(
        "云政复〔2024〕12号\n云泽市人民政府关于同意设立北溪驿站产业园的批复\n北溪区人民政府：\n你区《关于设立产业园的请示》（北政〔2024〕3号）收悉。"
        "按照《关于产业园的意见》（云政发〔2023〕9号文）批复如下。\n一、同意设立。\n云泽市人民政府\n2024年3月5日\n"
    )

    assert number_of(found.header) == "云政复〔2024〕12号"
    assert [(citation["title"], citation["document_number"]) for citation in found.citations] == [
        ("关于设立产业园的请示", "北政〔2024〕3号"),
        ("关于产业园的意见", "云政发〔2023〕9号"),
    ]
