"""版头: marks side by side, telegrams, 报头 of briefings, letters of Taiwan, papers of Hong Kong and Macau."""

from __future__ import annotations

import datetime

import pytest

from composed import TITLE, notice, number_of, read
from policydoc.header import headings
from policydoc.layout import lines
from policydoc.parts import parts


def test_letterhead() -> None:
    """份号, 密级, 紧急程度 and 发文机关标志 above the number."""
    header = notice(
        number="000123\n机密★10年\n特急\n云泽市人民政府文件\n\n云政发〔2024〕7号", title="关于做好便民服务工作的通知", signed="2024年3月5日"
    )

    assert [header[name] for name in ("copy_number", "classification", "urgency", "issuers")] == [
        "000123",
        "机密★10年",
        "特急",
        ["云泽市人民政府"],
    ]


def test_signatory() -> None:
    """签发人 beside the number of an upward document, and the person who signs an order."""
    upward = notice(number="云政〔2024〕3号　　　签发人：陈某某", title="云泽市人民政府关于增加用地指标的请示", to="槐江省人民政府：")
    order = read("云泽市人民政府令\n第305号\n《云泽市停车管理办法》现予公布。\n市长　陈某某\n2024年3月5日\n").header

    assert (upward["signatory"], upward["document_kind"], upward["recipients"]) == ("陈某某", "请示", ["槐江省人民政府"])
    assert (order["signatory"], order["document_kind"], order["issuers"]) == ("陈某某", "令", ["云泽市人民政府"])


def test_taiwan_letter() -> None:
    """函: 受文者, 發文日期, 發文字號, 副本; the plan that it sends is its enclosure."""
    text = (
        "檔　　號：\n保存年限：\n\n臨海縣政府　函\n\n地址：80001臨海縣中正路1號\n承辦人：企劃科\n\n受文者：各鄉鎮市公所\n\n發文日期：中華民國113年5月6日\n"
        "發文字號：府行文字第1130118594號\n速別：普通件\n附件：如說明\n\n主旨：檢送「臨海縣113年度長期照顧施政計畫」1份，請查照。\n說明：依會議決議辦理。\n"
        "正本：各鄉鎮市公所\n副本：本府社會處\n\n縣長　○○○\n\n臨海縣113年度長期照顧施政計畫\n\n壹、目標\n新增日照中心8處。\n"
    )
    found = lines(text)
    split = parts(text, found)
    header = headings(text, found, split).header

    assert [(part.kind, part.title) for part in split] == [("cover", None), ("enclosure", "臨海縣113年度長期照顧施政計畫")]
    assert (number_of(header), header["issued_on"], header["document_kind"]) == ("府行文字第1130118594號", datetime.date(2024, 5, 6), "函")
    assert (header["issuers"], header["recipients"], header["copied_to"]) == (["臨海縣政府"], ["各鄉鎮市公所"], ["本府社會處"])


@pytest.mark.parametrize(
    ("mark", "field", "value"),
    [
        ("秘密★1年", "classification", "秘密★1年"),
        ("绝密★启用前", "classification", "绝密★启用前"),
        ("秘密☆长期", "classification", "秘密☆长期"),
        ("密级：机密", "classification", "机密"),
        ("内部资料　注意保存", "classification", "内部资料注意保存"),
        ("特　急", "urgency", "特急"),
        ("紧急程度：加急", "urgency", "加急"),
        ("特提", "urgency", "特提"),
        ("等级　特急·明电", "urgency", "特急·明电"),
        ("份号：000123", "copy_number", "000123"),
        ("№ 0001234", "copy_number", "0001234"),
    ],
)
def test_marks(mark: str, field: str, value: str) -> None:
    """份号, 密级和保密期限, 紧急程度 as lines of their own."""
    header = notice(number=f"{mark}\n云政办发〔2024〕7号")

    assert (header[field], number_of(header), header["title"]) == (value, "云政办发〔2024〕7号", TITLE)


def test_marks_side_by_side() -> None:
    """Three marks in one line; seven digits of a page's counter are no 份号."""
    header = notice(number="000123　　机密★10年　　特急\n云政办发〔2024〕7号")

    assert [header[name] for name in ("copy_number", "classification", "urgency")] == ["000123", "机密★10年", "特急"]
    assert notice(title=f"{TITLE}\n4874268\n487426")["copy_number"] is None


def test_telegram() -> None:
    """电报: 发电单位, 等级, its number and the room's number in two lines."""
    head = "发电单位：云泽市人民政府办公室　签批盖章：陈某某\n等级：特急·明电　云政办发明电〔2024〕7号　云机发123号"
    header = notice(number=head, title="云泽市人民政府办公室关于做好防汛工作的紧急通知")

    assert (number_of(header), header["joint_numbers"], header["urgency"]) == ("云政办发明电〔2024〕7号", [], "特急·明电")
    assert (header["title"], header["recipients"]) == ("云泽市人民政府办公室关于做好防汛工作的紧急通知", ["各县（区）人民政府"])


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        ("　　签发人：陈某某", "陈某某"),
        ("　　签 发 人：陈 某 某", "陈某某"),
        ("　　签发人: 陈某某 李某某", "陈某某 李某某"),
        ("　　签发人　陈某某", "陈某某"),
        ("\n签发人：陈某某", "陈某某"),
    ],
)
def test_who_signed(written: str, signatory: str) -> None:
    """签发人 beside or below the number; two stay apart, the characters of one name do not."""
    header = notice(number=f"云政〔2024〕3号{written}", title="云泽市人民政府关于增加用地指标的请示", to="槐江省人民政府：")

    assert (header["signatory"], number_of(header), header["recipients"]) == (signatory, "云政〔2024〕3号", ["槐江省人民政府"])


@pytest.mark.parametrize(
    ("text", "number", "title", "issued_on"),
    [
        (
            "云泽政务督查\n第20期\n云泽市人民政府督查室　2024年3月5日\n关于驿站建设进展情况的通报\n各县（区）人民政府：\n现通报如下。\n一、建成驿站3个。\n",
            "第20期",
            "关于驿站建设进展情况的通报",
            "2024-03-05",
        ),
        (
            "关于驿站建设进展情况的通报\n发布时间：2024-03-06\n云泽政务督查\n20期\n云泽市人民政府督查室　　2024年3月5\n关于驿站建设\n进展情况的通报\n各县（区）人民政府：\n现通报如下。\n一、建成驿站3个。\n",
            "第20期",
            "关于驿站建设进展情况的通报",
            "2024-03-05",
        ),
        (
            "云泽市人民政府专题会议纪要\n第12期\n云泽市人民政府办公室\n2024年3月5日\n关于研究驿站建设的会议纪要\n3月1日，会议议定以下事项。\n一、新建驿站8个。\n",
            "第12期",
            "关于研究驿站建设的会议纪要",
            "2024-03-05",
        ),
        (
            "云泽市人民政府\n市长办公会议纪要\n〔2024〕3号\n云泽市人民政府办公室　2024年3月5日\n3月1日，会议议定以下事项。\n一、新建驿站8个。\n",
            "〔2024〕3号",
            "云泽市人民政府市长办公会议纪要",
            "2024-03-05",
        ),
    ],
)
def test_masthead(text: str, number: str, title: str, issued_on: str) -> None:
    """报头 of 督查 and 纪要: name, 期号, office and date above the title, or without another title."""
    header = read(text).header

    assert (number_of(header), header["title"], header["issued_on"]) == (number, title, datetime.date.fromisoformat(issued_on))


@pytest.mark.parametrize(
    ("text", "number", "title", "signatory"),
    [
        (
            "云泽市人民政府令\n第305号\n《云泽市停车管理办法》现予公布。\n市　长\n2024年3月5日\n云泽市停车管理办法\n第一条　制定本办法。\n第二条　适用于本市。\n",
            "第305号",
            "云泽市人民政府令",
            None,
        ),
        (
            "公共服務部令\n2024年第3号\n《驿站管理规定》现予公布。\n部长　李某\n2024年3月5日\n驿站管理规定\n第一条　制定本规定。\n",
            "2024年第3号",
            "公共服務部令",
            "李某",
        ),
        (
            "澳門特別行政區\n行政長官辦公室\n葡文版本\n第98/2024號行政長官批示\n行政長官作出本批示。\n一、新增車輛8輛。\n二零二四年三月五日\n行政長官　陳某某\n",
            "第98/2024號行政長官批示",
            None,
            "陳某某",
        ),
        (
            "葡文版本\n第57/2024號行政命令\n行政長官發佈本行政命令。\n二零二四年三月五日。\n命令公佈。\n行政長官 陳某某\n",
            "第57/2024號行政命令",
            None,
            "陳某某",
        ),
    ],
)
def test_orders(text: str, number: str, title: str | None, signatory: str | None) -> None:
    """令, 批示, 行政命令: signed by a person above or below the date, or by a post whose name the seal hides."""
    header = read(text).header

    assert (number_of(header), header["title"], header["signatory"]) == (number, title, signatory)
    assert header["issued_on"] == datetime.date(2024, 3, 5)


def test_speed_of_a_taiwan_letter() -> None:
    """速別 counts as 紧急程度 where it is more than 普通件; 發文單位 is the issuer of a letter without its letterhead."""
    text = "發文單位：松嶼市政府\n發文字號：松府社字第1130045678號\n發文日期：中華民國113年4月9日\n速別：{}\n主旨：檢送計畫1份，請查照。\n"
    urgent, plain = read(text.format("最速件")).header, read(text.format("普通件")).header

    assert (urgent["urgency"], plain["urgency"], urgent["issuers"]) == ("最速件", None, ["松嶼市政府"])
    assert (number_of(urgent), urgent["issued_on"]) == ("松府社字第1130045678號", datetime.date(2024, 4, 9))


def test_notice_of_a_meeting() -> None:
    """開會通知單 has 開會事由 where a letter has 主旨."""
    header = read(
        "松嶼市政府社會局　開會通知單\n受文者：如出列席單位\n發文日期：中華民國113年4月9日\n發文字號：松社企字第1130045678號\n開會事由：研商計畫\n"
    ).header

    assert (number_of(header), header["issuers"]) == ("松社企字第1130045678號", ["松嶼市政府社會局"])
