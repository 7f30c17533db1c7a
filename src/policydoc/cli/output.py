"""Where answers go: standard output in UTF-8, a file at once or not at all, and words on standard error."""

from __future__ import annotations

import os
import sys


def say(line: str) -> None:
    """One line on standard error, nothing in it that steers a terminal; silently nothing where there is none to write to."""
    if sys.stderr is None:
        return
    plain = "".join(mark if mark.isprintable() else " " if mark.isspace() else "·" for mark in line)
    try:
        sys.stderr.write(plain + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.stderr = None  # nobody listens: do not fail again at exit


def write(answer: bytes, path: str = "-") -> None:
    """The answer on standard output, or in a file that then holds all of it or is as it was."""
    if path != "-":
        write_file(answer, path)
        return
    if sys.stdout is None:
        raise OSError(9, "standard output is closed: nothing was written")
    sys.stdout.flush()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def write_file(answer: bytes, path: str) -> None:
    """Write beside the file, then put it in place in one step: a reader never sees half a plan."""
    import tempfile

    path = os.path.realpath(path)  # a link stays a link
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as device:  # /dev/null, /dev/stdout, a named pipe
            device.write(answer)
        return
    try:
        handle, beside = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".policydoc-", suffix=".tmp")
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, path) from None
    try:
        with open(handle, "wb") as file:
            file.write(answer)
            file.flush()
            os.fsync(handle)
        os.chmod(beside, mode(path))
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def mode(path: str) -> int:
    """The permissions of the file, or those that a new one gets."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def drop_output() -> None:
    """Let the flush at exit go nowhere: the reader of standard output is gone, or the user is."""
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, sys.stdout.fileno())
        os.close(sink)
    except (OSError, ValueError, AttributeError):
        pass  # standard output is no file: nothing will be flushed to a pipe
