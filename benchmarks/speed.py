"""How fast policydoc is, as ratios against a floor measured in the same run: `python benchmarks/speed.py`.

Seconds differ from machine to machine and from minute to minute; ratios hardly do. The floor is what no parser with these
models can go below: decode the bytes, pass over the text once with a regular expression, validate the plan's objects,
write them as JSON. Exits with 1 when a bar is missed.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import policydoc
from policydoc.model import Plan

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "corpus" / "001-yunze-livelihood-2024" / "notice.txt"
QUANTITY = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万两][0-9,.万亿]{0,23}(?:个|座|套|户|人|公里|平方米|%|亿元|万元)")
BARE = "from pydantic import BaseModel\nclass Plan(BaseModel):\n    name: str\nprint(Plan(name='x').model_dump_json())"
SMALL, LARGE = 6_000, 60_000
ROUNDS = 7

HEAD = """\
云政办发〔2024〕7号

云泽市人民政府办公室关于印发《云泽市2024年便民服务实施方案》的通知

各县（区）人民政府，市政府各部门：
《云泽市2024年便民服务实施方案》已经市政府同意，现印发给你们，请认真组织实施。

云泽市人民政府办公室
2024年3月5日

云泽市2024年便民服务实施方案

一、主要任务
"""
ITEMS = (
    "新建便民驿站{}个，惠及居民1.2万户，2024年9月底前完成。",
    "改造城镇老旧小区{}个、建筑面积46.3万平方米，加装电梯不少于60部。",
    "建设改造农村公路{}公里，其中县道48公里，自来水普及率由91.2%提高到93%以上。",
    "组织技能培训{}人次以上，帮扶3000名左右困难人员，投资控制在2.5亿元以内。",
    "开展宣传活动，营造良好氛围，各单位要按照职责分工抓好落实，及时报送工作进展，确保各项工作有序推进，让群众得到实惠。",
)
PROSE = (
    "坚持以人民为中心的发展思想，聚焦群众急难愁盼问题，健全部门协同、上下联动的工作机制，推动各项措施落地见效。",
    "各县（区）要结合实际细化举措，压实主体责任，加强要素保障和质量监管，做到项目化推进、清单化管理，防止形式主义。",
    "优化布局，完善配套，提升服务能力和管理水平，鼓励社会力量参与，及时总结推广好的经验做法，营造良好社会氛围。",
)
"""What stands between the numbers. A notice from outside has a figure every 140 bytes or so, a list of nothing but targets one every 60."""
SENTENCES = [item.format(number) for number in range(10, 90) for item in ITEMS]


def numeral(number: int) -> str:
    """A Chinese numeral up to 999.

    >>> numeral(10), numeral(21), numeral(305)
    ('十', '二十一', '三百零五')
    """
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    text += ("" if tens == 1 and not hundreds else digits[tens]) + "十" if tens else "零" if hundreds and ones else ""
    return text + (digits[ones] if ones else "")


def generated(size: int, *, prose: bool = True) -> bytes:
    """A notice of about that many bytes of UTF-8; without prose it is a list of nothing but targets."""
    lines, length, number = [HEAD], len(HEAD.encode()), 0
    while length < size:
        item = ITEMS[number % len(ITEMS)].format(10 + number) + (PROSE[number % len(PROSE)] if prose else "")
        number += 1
        line = f"（{numeral(number)}）便民工程。{item}责任单位：市住房城乡建设局、市财政局\n"
        lines.append(line)
        length += len(line.encode())
    return "".join(lines).encode()


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of one call: the median over some rounds of at least a twentieth of a second."""
    work()
    start = process_time()
    work()
    times = max(1, round(0.05 / max(process_time() - start, 1e-6)))
    rounds = []
    for _ in range(ROUNDS):
        start = process_time()
        for _ in range(times):
            work()
        rounds.append((process_time() - start) / times)
    return median(rounds)


def whole_process(environment: dict[str, str], *arguments: str) -> float:
    """CPU seconds of a whole interpreter that runs the arguments, start and end included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def process_ratio() -> float:
    """`policydoc parse` of a small notice against a process that does nothing but build one pydantic model, turn by turn.

    Both run from bytecode, as an installed package does: the first round writes it, and does not count.
    """
    parse, bare = [], []
    with TemporaryDirectory() as bytecode:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = bytecode
        for _ in range(2 * ROUNDS):
            bare.append(whole_process(environment, "-c", BARE))
            parse.append(whole_process(environment, "-m", "policydoc", "parse", "--quiet", str(NOTICE)))
    return median(parse[1:]) / median(bare[1:])


def floor(data: bytes, tree: dict[str, object]) -> Callable[[], object]:
    """What no parser with these models goes below."""

    def run() -> object:
        for _ in QUANTITY.finditer(data.decode()):
            pass
        return Plan.model_validate(tree).model_dump_json()

    return run


def main() -> int:
    """Measure, print, judge."""
    small, large, dense = generated(SMALL), generated(LARGE), generated(LARGE, prose=False)
    tree = policydoc.parse(small).model_dump()
    parse_small, parse_large = cost(lambda: policydoc.parse(small)), cost(lambda: policydoc.parse(large))
    with_json = cost(lambda: policydoc.parse(small).model_dump_json())
    ground = cost(floor(small, tree))
    sentences = cost(lambda: [policydoc.find_targets(sentence, year=2024) for sentence in SENTENCES])
    rows = [
        ("parse, MB of UTF-8 per CPU second", len(large) / 1e6 / parse_large, 0.7, "≥"),
        ("the same of a list of nothing but targets", len(dense) / 1e6 / cost(lambda: policydoc.parse(dense)), None, ""),
        (f"parse({len(large) / 1e3:.0f} KB) / parse({len(small) / 1e3:.0f} KB)", parse_large / parse_small, 12.0, "≤"),
        ("whole process: policydoc parse / bare pydantic", process_ratio(), 2.0, "≤"),
        ("parse + JSON / floor (decode, one pass, validate, JSON)", with_json / ground, None, ""),
        ("the floor, MB of UTF-8 per CPU second", len(small) / 1e6 / ground, None, ""),
        ("find_targets, sentences per CPU second", len(SENTENCES) / sentences, None, ""),
    ]
    missed = 0
    for name, value, bar, sign in rows:
        holds = bar is None or (value >= bar if sign == "≥" else value <= bar)
        missed += not holds
        print(f"{name:<56} {value:10.2f}" + (f"   bar {sign} {bar}" if bar else "") + ("" if holds else "   MISSED"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
