"""Work done in a process of its own, within limits of time and memory, and ended past them.

On Linux the process is a copy (fork) of this one where this one has a single thread, which costs
no start; else a new interpreter, for which the function and its arguments are pickled. Windows
does not limit the memory of a process in a way that Python could ask for.
"""

from reportgen.isolation.errors import (
    DiedError,
    IsolationError,
    OutOfMemoryError,
    OutOfTimeError,
)
from reportgen.isolation.task import Task, run_isolated

__all__ = [
    "DiedError",
    "IsolationError",
    "OutOfMemoryError",
    "OutOfTimeError",
    "Task",
    "run_isolated",
]
