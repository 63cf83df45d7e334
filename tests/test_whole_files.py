"""Files written in one move: when they are on the disk, and when what was left behind goes."""

import os
import time
from pathlib import Path

import pytest

from reportgen.whole_files import settle, write_all


def test_files_left_for_later_are_whole_at_once_and_settled_by_the_caller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr("reportgen.whole_files.os.fsync", waited.append)
    target = tmp_path / "a.docx"
    write_all({target: b"mot"}, settled=False)
    assert (target.read_bytes(), waited) == (b"mot", [])
    settle([target])
    assert len(waited) == 2  # the file, and its name in the folder
    write_all({target: b"hai"})
    assert len(waited) == 4


def test_a_folder_is_swept_once_in_a_while_and_not_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(name: str) -> Path:
        left = tmp_path / f".reportgen-{name}.tmp"
        left.touch()
        os.utime(left, (0, 0))
        return left

    first = leave("mot")
    write_all({tmp_path / "a.md": b"a"})
    second = leave("hai")
    write_all({tmp_path / "b.md": b"b"})
    assert (first.exists(), second.exists()) == (False, True)
    later = time.monotonic() + 3601
    monkeypatch.setattr("reportgen.whole_files.time.monotonic", lambda: later)
    write_all({tmp_path / "c.md": b"c"})
    assert not second.exists()
