"""落盘: files that stand whole or not at all, through a kill, a full disk and a power cut."""

from __future__ import annotations

import os
from collections.abc import Iterable


def sync(path: str) -> None:
    """Wait until a file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: str) -> None:
    """Wait until a folder's names are on the disk, where the system can do that."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # a system that opens no folder
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def put_in_place(pairs: Iterable[tuple[str, str]]) -> None:
    """Give temporary files their names: bytes first, then names, then the folders."""
    pairs = list(pairs)
    for written, _ in pairs:
        sync(written)
    for written, name in pairs:
        os.replace(written, name)
    for folder in sorted({os.path.dirname(name) for _, name in pairs}):
        sync_folder(folder)


def write_whole(path: str, content: bytes) -> None:
    """Write a file all at once."""
    written = f"{path}.{os.getpid()}.tmp"
    with open(written, "wb") as file:
        file.write(content)
    put_in_place([(written, path)])
