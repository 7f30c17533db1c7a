"""办公软件: LibreOffice and Chromium, where they are installed: many files in one call, nothing left in the user's folders."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SOFFICE = shutil.which("soffice")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
_FILTERS = {"txt": "Text (encoded):UTF8,LF,,,"}


def converted(paths: Sequence[Path], suffix: str, folder: Path) -> dict[str, Path]:
    """The files as LibreOffice saves them in another format: stem → file."""
    assert SOFFICE is not None
    profile = folder.parent / "profile"
    infilter = [f"--infilter={_FILTERS['txt']}"] if paths[0].suffix == ".txt" else []
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *infilter]
    told = subprocess.run(
        [*command, "--convert-to", suffix, "--outdir", str(folder), *map(str, paths)],
        capture_output=True,
        text=True,
        env=os.environ | {"HOME": str(folder.parent)},
        timeout=240,
        check=False,
    )
    found = {path.stem: folder / f"{path.stem}.{suffix}" for path in paths}
    missing = [path.name for path in found.values() if not path.is_file()]
    assert not missing, f"{missing}: {told.stdout}{told.stderr}"
    return found


def set_in_print(paths: Sequence[Path], folder: Path) -> dict[str, Path]:
    """Word files as LibreOffice prints them to PDF, no point hanging over the margin: it loses those (LibreOffice 7.4)."""
    flat = converted(paths, "fodt", folder.with_name(f"{folder.name}-flat"))
    for path in flat.values():
        words = path.read_text(encoding="utf-8")
        path.write_text(words.replace('punctuation-wrap="hanging"', 'punctuation-wrap="simple"'), encoding="utf-8")
    return converted(list(flat.values()), "pdf", folder)


def printed(paths: Sequence[Path], folder: Path) -> dict[str, Path]:
    """Web pages as Chromium prints them to PDF: stem → file."""
    assert CHROMIUM is not None
    folder.mkdir(exist_ok=True)
    found = {path.stem: folder / f"{path.stem}.pdf" for path in paths}
    for path in paths:
        command = [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder.parent / 'browser'}",
        ]
        told = subprocess.run(
            [*command, f"--print-to-pdf={found[path.stem]}", path.as_uri()], capture_output=True, text=True, timeout=60, check=False
        )
        assert found[path.stem].is_file(), told.stderr
    return found
