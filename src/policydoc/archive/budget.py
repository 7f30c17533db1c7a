"""预算: what one file may cost. The system itself ends a worker that goes beyond it, even inside a library's code."""

from __future__ import annotations

import signal
import sys
from time import process_time

WALL = 4
"""A file may take this many times its CPU time by the clock: a busy machine is no fault of the file."""


def limit_memory(megabytes: int) -> None:
    """Let this process ask for so much memory and no more; beyond it `MemoryError` is raised. Systems without limits have none."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    wished = megabytes << 20
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard != resource.RLIM_INFINITY:
        wished = min(wished, hard)
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (wished, hard))
    except (ValueError, OSError):
        return


def limit_time(seconds: float) -> None:
    """End this process when it has used so many more seconds of CPU time, rounded up to the next whole one."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wished = int(process_time() + seconds) + 1
    if hard == resource.RLIM_INFINITY or wished < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (wished, hard))


def ran_out_of_time(exit_code: int | None) -> bool:
    """Whether a process was ended by its time limit."""
    return sys.platform != "win32" and exit_code == -signal.SIGXCPU


def was_killed(exit_code: int | None) -> bool:
    """Whether a process was ended from outside, which says less about the file that it was at."""
    return sys.platform != "win32" and exit_code == -signal.SIGKILL


def death(exit_code: int | None) -> str:
    """How a process ended, in words.

    >>> death(-11), death(3)
    ('SIGSEGV', 'exit code 3')
    """
    if exit_code is not None and exit_code < 0:
        try:
            return signal.Signals(-exit_code).name
        except ValueError:
            return f"signal {-exit_code}"
    return f"exit code {exit_code}"
