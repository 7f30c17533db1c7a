"""Notices of invented places, as varied as an archive is: `python benchmarks/notices.py FOLDER COUNT`.

Years, issuers, schemes of numbers, kinds of plans, lengths (1 to 14 KB), Simplified and Traditional, text, Markdown and web
pages, UTF-8, GB 18030 and UTF-16, with and without letterhead, duties, deadlines, tables. Same seed, same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

PLACES = ("云泽市", "澜港市", "青岭县", "北溪区", "望海市", "岚河市", "屏川省", "嘉泽县", "松原区", "镜湖新区", "鹿鸣县", "沙渚镇")
OFFICES = (
    "住房城乡建设局",
    "财政局",
    "民政局",
    "教育局",
    "卫生健康局",
    "农业农村局",
    "交通运输局",
    "水务局",
    "城市管理局",
    "人力资源社会保障局",
)
KINDS = (
    "便民服务实施方案",
    "民生实事工作方案",
    "重点工作任务分工",
    "城市更新行动计划",
    "乡村振兴工作要点",
    "养老服务提升方案",
    "公共文化服务计划",
)
THEMES = (
    "便民驿站建设",
    "老旧小区改造",
    "农村公路提升",
    "养老服务扩面",
    "学前教育扩容",
    "供水管网更新",
    "就业技能培训",
    "口袋公园建设",
    "停车设施增补",
    "基层医疗提质",
)
WORKS = (
    "新建便民驿站{n}个，惠及居民{d}万户",
    "改造城镇老旧小区{n}个、建筑面积{d}万平方米，加装电梯不少于{m}部",
    "建设改造农村公路{n}公里，其中县道{m}公里",
    "自来水普及率由9{p}.2%提高到9{p}.8%以上",
    "开展职业技能培训{m}00人次以上，帮扶困难人员{n}0名左右",
    "新增公办幼儿园学位{n}0个，改扩建幼儿园{p}所",
    "建成社区养老服务中心{n}处，新增床位{m}张",
    "更新供水管网{n}.{p}公里，投资控制在{d}亿元以内",
    "新增停车泊位{m}00个，其中公共泊位不少于{n}0个",
    "力争城镇新增就业{d}万人，登记失业率控制在5.{p}%以内",
    "改造公厕{n}座，垃圾分类覆盖率达到9{p}%",
    "农村卫生厕所普及率达到8{p}%，完成户厕改造{m}00户",
)
PROSE = (
    "坚持以人民为中心的发展思想，聚焦群众急难愁盼问题，健全部门协同、上下联动的工作机制。",
    "各单位要结合实际细化举措，压实主体责任，加强要素保障和质量监管，做到项目化推进、清单化管理。",
    "优化布局，完善配套，提升服务能力和管理水平，鼓励社会力量参与，及时总结推广好的经验做法。",
    "建立月调度、季通报制度，对进展缓慢的予以约谈，确保各项工作有序推进，让群众得到实惠。",
    "充分运用信息化手段，推动数据共享，实现应保尽保，动态清零。",
)
SCHEMES = (
    ("{han}、", "（{han}）", "{n}."),
    ("{han}、", "{n}.", "（{n}）"),
    ("第{han}章　", "{han}、", "（{han}）"),
    ("{n}.", "（{n}）", ""),
)
DEADLINES = ("{y}年底前完成", "{y}年9月底前完成", "{y}年6月30日前建成", "上半年开工，12月底前基本完成", "长期坚持")
TRADITIONAL = str.maketrans(
    "个万户区处开门园县镇实施务设学项类训动会议计划广电这对时来让为发业产东厅标题产农乡节约两总结继续导领负责",
    "個萬戶區處開門園縣鎮實施務設學項類訓動會議計劃廣電這對時來讓為發業產東廳標題產農鄉節約兩總結繼續導領負責",
)
DIGITS = "一二三四五六七八九十"


def han(number: int) -> str:
    """A Chinese numeral up to 99.

    >>> han(9), han(10), han(21)
    ('九', '十', '二十一')
    """
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else DIGITS[tens - 1] + "十") + (DIGITS[ones - 1] if ones else "")


def notice(number: int, seed: int = 0) -> tuple[str, bytes]:
    """Path and bytes of one notice of the archive.

    >>> notice(7) == notice(7), notice(7)[1] == notice(8)[1]
    (True, False)
    """
    chance = Random(f"{seed} {number}")
    place, kind, year = chance.choice(PLACES), chance.choice(KINDS), chance.randrange(2012, 2026)
    lines = [*_letter(chance, place, kind, year, number), *_plan(chance, place, kind, year)]
    dress = chance.random()
    if dress < 0.12:
        text, ending = _page(lines), "html"
    elif dress < 0.2:
        text, ending = "\n\n".join(lines) + "\n\n" + _table(chance, year), "md"
    else:
        text, ending = ("\r\n" if dress < 0.4 else "\n").join(lines) + "\n", "txt"
    if chance.random() < 0.15:
        text = text.translate(TRADITIONAL)
    return f"{year}/{place}/{number:07}.{ending}", _encoded(
        text, "utf-8" if ending != "txt" else chance.choice(("utf-8", "utf-8", "utf-8", "gb18030", "utf-16"))
    )


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding)


def _letter(chance: Random, place: str, kind: str, year: int, number: int) -> Iterator[str]:
    issuer = f"{place}人民政府办公室"
    if chance.random() < 0.25:  # a plan without its letter
        yield f"{place}{year}年{kind}"
        return
    if chance.random() < 0.5:
        yield f"{place[0]}政办发〔{year}〕{number}号"
        yield ""
    yield f"{issuer}关于印发《{place}{year}年{kind}》的通知"
    yield ""
    yield "各县（区）人民政府，市政府各部门："
    yield f"　　《{place}{year}年{kind}》已经市政府同意，现印发给你们，请认真组织实施。"
    yield ""
    yield f"　　　　　　　　　　　　{issuer}"
    yield f"　　　　　　　　　　　　{year}年{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日"
    if chance.random() < 0.5:
        yield "（此件公开发布）"
    yield ""
    yield f"{place}{year}年{kind}"


def _plan(chance: Random, place: str, kind: str, year: int) -> Iterator[str]:
    scheme = chance.choice(SCHEMES)
    yield ""
    yield f"　　为做好{year}年相关工作，结合{place}实际，制定本{kind[-2:]}。{chance.choice(PROSE)}"
    for part in range(1, chance.randrange(2, 6)):
        yield f"　　{_label(scheme[0], part)}{('主要任务', '重点工程', '民生保障', '保障措施')[part % 4]}"
        for item in range(1, chance.randrange(2, 7)):
            theme = chance.choice(THEMES)
            yield f"　　{_label(scheme[1], item)}{theme}。{_work(chance, year)}{''.join(chance.sample(PROSE, chance.randrange(0, 4)))}"
            if scheme[2] and chance.random() < 0.2:
                for detail in range(1, chance.randrange(3, 5)):
                    yield f"　　{_label(scheme[2], detail)}{_work(chance, year)}"
            if chance.random() < 0.6:
                first, second = chance.sample(OFFICES, 2)
                yield f"　　责任单位：市{first}、市{second}" if chance.random() < 0.5 else f"　　（市{first}牵头，市{second}配合）"


def _label(form: str, number: int) -> str:
    return form.format(han=han(number), n=number)


def _work(chance: Random, year: int) -> str:
    works = [
        work.format(n=chance.randrange(2, 99), m=chance.randrange(20, 400), d=chance.randrange(11, 99) / 10, p=chance.randrange(1, 9))
        for work in chance.sample(WORKS, chance.randrange(1, 3))
    ]
    return "，".join(works) + ("，" + chance.choice(DEADLINES).format(y=year) if chance.random() < 0.6 else "") + "。"


def _table(chance: Random, year: int) -> str:
    rows = ["| 序号 | 项目 | 目标任务 | 完成时限 | 责任单位 |", "|---|---|---|---|---|"]
    for number in range(1, chance.randrange(3, 9)):
        work = chance.choice(WORKS).format(n=number + 3, m=40 + number, d=1.5, p=number)
        rows.append(f"| {number} | {chance.choice(THEMES)} | {work} | {year}年12月 | 市{chance.choice(OFFICES)} |")
    return "\n".join(rows) + "\n"


def _page(lines: list[str]) -> str:
    body = "".join(f"<p>{line.strip()}</p>\n" for line in lines if line.strip())
    head = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head><body><div class="nav"><a href="/">首页</a></div>'
    )
    return f'{head}<div class="TRS_Editor">\n{body}</div><div class="footer">版权所有</div></body></html>\n'


def write_notices(folder: Path, count: int, *, seed: int = 0) -> int:
    """Write so many notices below a folder; how many bytes they have."""
    size = 0
    for number in range(1, count + 1):
        name, content = notice(number, seed)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        size += len(content)
    return size


if __name__ == "__main__":
    print(f"{write_notices(Path(sys.argv[1]), int(sys.argv[2])):,} bytes")
