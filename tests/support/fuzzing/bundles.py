"""Several files as one text, so that an input of many parts can be read, changed and kept.

A line `=== name` begins a part. What is a ZIP for the program is thus mutated part by part, and a
crasher among the fixtures is a text that can be looked at.
"""

import io
import re
import zipfile
from collections.abc import Mapping

ZIP = b"PK"
_HEAD = re.compile(rb"^=== ([\w./\[\]-]{1,80})\n", re.MULTILINE)


def bundled(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one text."""
    return b"\n".join(b"=== " + name.encode() + b"\n" + data for name, data in parts.items())


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts by name; nothing of what stands before the first."""
    heads = list(_HEAD.finditer(data))
    ends = [*(head.start() - 1 for head in heads[1:]), len(data)]
    return {
        head[1].decode(): data[head.end() : max(end, head.end())]
        for head, end in zip(heads, ends, strict=False)
    }


def zip_of(data: bytes, others: Mapping[str, bytes]) -> bytes:
    """The ZIP that a bundle stands for, parts that it leaves out taken from `others`.

    What begins like a ZIP, or names no part, is taken as it is.
    """
    parts = parts_of(data)
    if data.startswith(ZIP) or not parts:
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in {**others, **parts}.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()


def unzipped(data: bytes, *names: str) -> dict[str, bytes]:
    """The parts of a ZIP, in its order; all of them unless some are named."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        there = archive.namelist()
        return {name: archive.read(name) for name in there if name in names or not names}
