"""Zips with some entries replaced: all others are carried over as they were packed."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.writers.docx.archive import with_entries


class _Stream(io.RawIOBase):
    """Somewhere to write to without going back, so that sizes stand behind the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        assert isinstance(data, bytes | bytearray | memoryview)
        self.data += data
        return len(data)


def _streamed(files: Mapping[str, bytes], method: int) -> bytes:
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 9, 19, 7, 30, 2)), data, method)
    return bytes(stream.data)


_NAMES = st.sampled_from(["word/document.xml", "hình ảnh.png", "a/b.bin", "[Content_Types].xml"])
_FILES = st.dictionaries(_NAMES, st.binary(max_size=200), min_size=1)


@given(_FILES, _FILES, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_entries_are_replaced_or_added_and_the_rest_is_kept(
    files: dict[str, bytes], changed: dict[str, bytes], method: int
) -> None:
    made = with_entries(_streamed(files, method), changed)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files | changed
        assert archive.namelist()[: len(files)] == list(files)
        for name in files.keys() - changed.keys():
            entry = archive.getinfo(name)
            assert (entry.date_time, entry.compress_type) == ((2025, 9, 19, 7, 30, 2), method)
    assert with_entries(_streamed(files, method), changed) == made


@pytest.mark.parametrize("before", [b"", b"#!/bin/sh\n"])
def test_what_stands_before_a_zip_does_no_harm(before: bytes) -> None:
    data = before + _streamed({"a": b"mot", "b": b"hai"}, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(with_entries(data, {"b": b"ba"}))) as archive:
        assert (archive.read("a"), archive.read("b")) == (b"mot", b"ba")
