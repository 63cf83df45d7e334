"""A parser as it is fuzzed: what is called, inputs that are right, and pieces of its language."""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MOST_OF_A_SEED = 12_000


@dataclass(frozen=True, slots=True)
class Parser:
    """`run` takes any bytes; it raises where the program fails. `examples`: how many a test tries.

    A run over what another parser has read already needs no more than some hundred.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], tuple[bytes, ...]]
    tokens: tuple[str, ...] = ()
    examples: int = 2000

    def __str__(self) -> str:
        return self.name


@cache
def desk() -> Path:
    """A folder of this process for the files that a parser reads by their paths."""
    return Path(_made().name)


@cache
def _made() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="reportgen-fuzz-", dir=_fastest())


def _fastest() -> str | None:
    """Memory, where the system has a folder there; else its usual place for such files."""
    memory = "/dev/shm"
    return memory if os.access(memory, os.W_OK) else None


def file_of(data: bytes, name: str) -> Path:
    """The file of that name in the folder of this process, with these bytes."""
    path = desk() / name
    path.write_bytes(data)
    return path


def text_of(data: bytes) -> str:
    """The bytes as the text that a parser of texts is given."""
    return data.decode("utf-8", "replace")


def files(*patterns: str) -> tuple[bytes, ...]:
    """Files of the repository that are short enough to be tried by the thousand."""
    found = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    return tuple(path.read_bytes() for path in found if path.stat().st_size <= MOST_OF_A_SEED)


def encoded(texts: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)
