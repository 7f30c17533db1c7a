"""OFD files give the lines of their pages, whatever the order of their objects."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ofd import EM, line, notice_as_ofd, ofd, page, text
from policydoc import parse
from policydoc.errors import SourceError
from policydoc.source.pages.ofd import read_ofd

NOTICE = """云泽市人民政府办公室关于做好2024年便民服务工作的通知
各县（区）人民政府：
一、驿站建设。新建便民驿站8个，改造公厕12座，为全市各街道、乡镇的环卫工人、快递员和出租车司机提供饮水、休息和充电的地方。
二、道路建设。改造农村公路36公里。"""


def shown(data: bytes) -> str:
    """The text of a file."""
    return read_ofd(data, "notice.ofd").text


def test_paragraphs_are_whole() -> None:
    """Lines that the margin broke are one paragraph; the number of a page stands on a line of its own."""
    found = read_ofd(notice_as_ofd(NOTICE), "notice.ofd")

    assert [words.strip("　") for words in found.text.split("\n")] == [*NOTICE.splitlines(), "— 1 —"]
    assert found.media_type == "application/ofd"
    assert found.diagnostics == ()


def test_plan_is_that_of_the_text() -> None:
    """A notice on three pages has the tasks and targets that its text has."""
    notice = NOTICE + "".join(
        f"\n{mark}、便民工程。新建驿站{number}个，改造公厕{number}座，年底前完成。" * 6 for number, mark in enumerate("三四五六七", 3)
    )
    plan, twin = parse(notice), parse(notice_as_ofd(notice))

    assert [(target.id, target.value) for target in twin.targets] == [(target.id, target.value) for target in plan.targets]
    assert [task.title for task in twin.tasks] == [task.title for task in plan.tasks]
    assert {block.origin.first for block in twin.blocks if block.origin} == {1, 2}


def test_objects_are_read_by_their_place() -> None:
    """The order of the objects is not that of the lines; strokes of one line make one line, whatever their heights."""
    objects = text("改造公厕12座。", 28, 60) + text("座，", 28 + 6 * EM, 50) + text("新建公厕8", 28, 50)

    assert shown(ofd([page(objects)])) == "新建公厕8   座，\n改造公厕12座。"


def test_ruled_tables_are_rows() -> None:
    """Lines that cross make cells; the lines of a cell are one."""
    rules = "".join(line(20, y, 120, y) for y in (40, 50, 70)) + "".join(line(x, 40, x, 70) for x in (20, 60, 120))
    objects = (
        rules
        + text("项目", 22, 47)
        + text("责任单位", 62, 47)
        + text("新建便民驿", 22, 57, 7)
        + text("站8个", 22, 65, 7)
        + text("市城管局", 62, 57)
    )

    assert shown(ofd([page(objects)])) == "项目\t责任单位\n新建便民驿站8个\t市城管局"


def test_steps_may_be_packed() -> None:
    """`g 3 5.6` are three steps; without steps a character is as wide as it is high."""
    packed = '<ofd:TextObject Boundary="28 40 90 6" Size="5.6"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5.6">新建公厕</ofd:TextCode></ofd:TextObject>'
    plain = '<ofd:TextObject Boundary="50.4 40 90 6" Size="5.6"><ofd:TextCode X="0" Y="5">八座</ofd:TextCode></ofd:TextObject>'

    assert shown(ofd([page(packed + plain)])) == "新建公厕八座"


def test_matrix_places_text() -> None:
    """A matrix moves and stretches an object."""
    moved = '<ofd:TextObject Boundary="0 0 210 297" CTM="2 0 0 2 28 40" Size="2.8"><ofd:TextCode X="0" Y="5" DeltaX="2.8">公厕</ofd:TextCode></ofd:TextObject>'

    assert shown(ofd([page(moved + text("8座", 28 + 2 * EM, 50))])) == "公厕8座"


def test_templates_show_what_they_hold() -> None:
    """The text of a page's template (a letterhead) is text of the page."""
    common = '<ofd:TemplatePage ID="7" ZOrder="Background" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    more = {"Doc_0/Tpls/Tpl_0/Content.xml": page(text("云泽市人民政府文件", 60, 30, 10))}
    data = ofd([page(text("新建公厕8座。", 28, 60), '<ofd:Template TemplateID="7"/>')], more, common)

    assert [words.strip("　") for words in shown(data).split("\n")] == ["云泽市人民政府文件", "新建公厕8座。"]


def test_composite_objects_show_their_text() -> None:
    """What stands in a graphic unit of the resources is shown where the page puts it."""
    unit = f'<ofd:CompositeGraphicUnit ID="30" Width="60" Height="20"><ofd:Content>{text("新建公厕8座。", 0, 10)}</ofd:Content></ofd:CompositeGraphicUnit>'
    more = {
        "Doc_0/PublicRes.xml": f"<ofd:Res><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>".replace(
            "<ofd:Res>", '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016">'
        )
    }
    data = ofd(
        [page('<ofd:CompositeObject ResourceID="30" Boundary="28 40 60 20"/>')], more, "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
    )

    assert shown(data) == "新建公厕8座。"


def test_blocks_nest_and_what_is_hidden_stays_hidden() -> None:
    """Objects stand in blocks of blocks; an object that is not visible is no text; a turned one comes last."""
    hidden = text("内部", 28, 70, more=' Visible="false"')
    turned = text("样稿", 80, 100, more=' CTM="0 1 -1 0 0 0"')
    objects = f"<ofd:PageBlock><ofd:PageBlock>{text('新建公厕8座。', 28, 50)}</ofd:PageBlock>{hidden}</ofd:PageBlock>"

    assert shown(ofd([page(turned + objects)])) == "新建公厕8座。\n样稿"


def test_attachments_are_told() -> None:
    """F005: a file that is attached is named, not read."""
    more = {
        "Doc_0/Attachs/Attachments.xml": '<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1" Name="任务清单.xlsx"/></ofd:Attachments>'
    }
    data = ofd([page(text("新建公厕8座。", 28, 50))], more, tail="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>")
    plan = parse(data)

    assert [(found.code, found.message) for found in plan.diagnostics if found.code[0] == "F"] == [
        ("F005", "Files that are attached and not read: 1 (任务清单.xlsx).")
    ]


def test_pages_of_pictures_are_told() -> None:
    """F001 for a picture among pages of text; a file of pictures alone is refused."""
    picture = page('<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="5"/>')

    assert [found["code"] for found in read_ofd(ofd([picture, page(text("新建公厕8座。", 28, 50))]), "").diagnostics] == ["F001"]
    with pytest.raises(SourceError, match=r"^scan\.ofd: an OFD file without text .* run OCR"):
        read_ofd(ofd([picture]), "scan.ofd")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ofd([page("")], root="<ofd:Encryptions>Encryptions.xml</ofd:Encryptions>"), "encrypted"),
        (ofd([page("")], {"OFD.xml": "<OFD/>"}), "without a document"),
        (ofd([page("")], {"OFD.xml": "<OFD><DocRoot>../../etc/passwd</DocRoot></OFD>"}), "without its part etc/passwd"),
        (ofd([page("")], {"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><OFD>&b;</OFD>'}), "DOCTYPE"),
        (ofd([page("<ofd:TextObject>")]), "damaged XML"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    """In one line that names the file and says what to do."""
    with pytest.raises(SourceError, match=words) as refusal:
        read_ofd(data, "notice.ofd")

    assert str(refusal.value).startswith("notice.ofd: ")
    assert "\n" not in str(refusal.value)


def test_units_that_show_themselves_end() -> None:
    """A graphic unit that holds itself is shown a few times, not for ever."""
    unit = f'<ofd:CompositeGraphicUnit ID="30"><ofd:Content>{text("新建公厕8座。", 0, 10)}<ofd:CompositeObject ResourceID="30" Boundary="0 9 9 9"/></ofd:Content></ofd:CompositeGraphicUnit>'
    more = {"Doc_0/R.xml": f'<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016">{unit}</ofd:Res>'}
    data = ofd([page('<ofd:CompositeObject ResourceID="30" Boundary="28 40 60 20"/>')], more, "<ofd:PublicRes>R.xml</ofd:PublicRes>")

    assert shown(data).count("新建公厕8座。") == 5


def test_units_that_show_each_other_end() -> None:
    """Five units, each of which shows the next one a thousand times."""
    show = '<ofd:CompositeObject ResourceID="{}" Boundary="0 0 9 9"/>'
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{unit}"><ofd:Content>{show.format(unit + 1) * 1000}</ofd:Content></ofd:CompositeGraphicUnit>'
        for unit in range(5)
    )
    more = {"Doc_0/R.xml": f'<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016">{units}</ofd:Res>'}
    data = ofd([page(text("新建公厕8座。", 28, 50) + show.format(0))], more, "<ofd:PublicRes>R.xml</ofd:PublicRes>")

    assert shown(data) == "新建公厕8座。"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["g", "5", "-1e9", "1e300", "nan", "x", "1e400", "-"]), max_size=6).map(" ".join),
    st.sampled_from(["0 0 1 1", "", "a b c d", "1e300 0 0 0", "-5 -5 0 0"]),
    st.sampled_from(["1 0 0 1 0 0", "0 0 0 0 0 0", "1e300 0 0 1e300 0 0", "x", "0 1 1 0 0 0"]),
    st.sampled_from(["M 0 0 L 1e300 5", "L", "A 1", "C C C", "M 0 0 L 100 0 L 100 100 C", "B 1 2 3"]),
)
def test_senseless_numbers_do_no_harm(steps: str, box: str, matrix: str, path: str) -> None:
    """Whatever the numbers say, there is a text or a refusal."""
    objects = f'<ofd:TextObject Boundary="{box}" CTM="{matrix}" Size="{steps[:3]}"><ofd:TextCode X="{box[:3]}" Y="5" DeltaX="{steps}" DeltaY="{steps}">公厕8座</ofd:TextCode></ofd:TextObject>'
    objects += f'<ofd:PathObject Boundary="{box}" CTM="{matrix}"><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>'
    try:
        found = shown(ofd([page(objects)]))
    except SourceError:
        return

    assert "公" in found
