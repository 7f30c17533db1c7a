"""What all tests share: the corpus, the `--update` option, and a small notice of a place that does not exist."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

collect_ignore = ["faults"]
"""What it holds changes the parser of whoever imports it."""

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"

LETTER = """\
云泽市人民政府办公室关于印发《云泽市2024年便民服务实施方案》的通知

云政办发〔2024〕7号

各县（区）人民政府，市政府各部门：
《云泽市2024年便民服务实施方案》已经市政府同意，现印发给你们，请认真组织实施。

云泽市人民政府办公室
2024年3月5日

（此件公开发布）

云泽市2024年便民服务实施方案

一、主要任务
（一）便民驿站建设工程。新建便民驿站8个。
责任单位：市住房城乡建设局
（二）老旧小区改造工程。改造老旧小区12个，惠及居民1.2万户，2024年9月底前完成。
责任单位：市住房城乡建设局
二、保障措施
各单位要高度重视，抓好落实。
"""


@dataclass(frozen=True, slots=True)
class Notice:
    """One folder of the corpus."""

    path: Path

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.parent.name

    @property
    def golden(self) -> Path:
        """The plan that stands for right, without its text."""
        return self.path.with_name("plan.json")

    @property
    def labels(self) -> Path:
        """What a reader marked in the notice."""
        return self.path.with_name("labels.json")


NOTICES = [Notice(path) for path in sorted(CORPUS.glob("*/notice.*"))]


def pytest_addoption(parser):
    """`--update` writes goldens and scores anew instead of comparing; read the diff before you commit it."""
    parser.addoption("--update", action="store_true", help="write corpus/*/plan.json and corpus/SCORES.tsv anew")


def pytest_generate_tests(metafunc):
    """A test that asks for `notice` runs once for each notice of the corpus."""
    if "notice" in metafunc.fixturenames:
        metafunc.parametrize("notice", NOTICES, ids=[notice.name for notice in NOTICES])


@pytest.fixture
def update(request):
    """Whether goldens are written rather than compared."""
    return request.config.getoption("--update")


@pytest.fixture
def letter(tmp_path):
    """A small notice as a file."""
    path = tmp_path / "notice.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def policydoc_command():
    """Run the command line as a process of its own: `policydoc_command("parse", "-", input=b"…")`."""

    def run(*arguments, env=None, **options):
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")} | (env or {})
        command = [sys.executable, "-m", "policydoc", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False, **options)

    return run
