"""A zip with some entries replaced or added; all others carried over as they were packed.

Nothing of the others is unpacked, so that a picture is neither changed nor a danger. Numbers and
signatures: PKWARE APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL, _CENTRAL, _END = 0x04034B50, 0x02014B50, 0x06054B50
_VERSION = 20
_DEFLATED = 8
_UTF8 = 0x800
_DESCRIPTOR = 0x08  # sizes stand behind the data; here they stand in the header
_DAY = (1 << 5) | 1  # 1/1/1980, the earliest that a zip knows
_RAW = -15  # deflated data without a frame of its own


@dataclass(frozen=True, slots=True)
class _Packed:
    """An entry as it stands in the zip."""

    name: bytes
    data: bytes
    size: int
    crc: int
    method: int = _DEFLATED
    flags: int = 0
    time: int = 0
    day: int = _DAY
    attributes: int = 0

    @property
    def _common(self) -> bytes:
        """What local header and central directory both say."""
        numbers = (_VERSION, self.flags, self.method, self.time, self.day, self.crc)
        return struct.pack("<5H3I2H", *numbers, len(self.data), self.size, len(self.name), 0)

    def local(self) -> bytes:
        return struct.pack("<I", _LOCAL) + self._common + self.name + self.data

    def central(self, offset: int) -> bytes:
        tail = struct.pack("<3H2I", 0, 0, 0, self.attributes, offset)
        return struct.pack("<IH", _CENTRAL, _VERSION) + self._common + tail + self.name


def with_entries(data: bytes, entries: Mapping[str, bytes]) -> bytes:
    """The zip in `data` with those entries in place of its own, or after them.

    `data` has been opened as a zip before, and has no two entries of one name.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        infos = source.infolist()
    packed = [
        _packed(info.orig_filename, entries[info.filename])
        if info.filename in entries
        else _carried(data, info)
        for info in infos
    ]
    there = {info.filename for info in infos}
    packed += [_packed(name, entries[name]) for name in sorted(entries) if name not in there]
    return _zip(packed)


def _packed(name: str, content: bytes) -> _Packed:
    deflate = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW)
    data = deflate.compress(content) + deflate.flush()
    flags = 0 if name.isascii() else _UTF8
    return _Packed(name.encode("utf-8"), data, len(content), zlib.crc32(content), flags=flags)


def _carried(data: bytes, info: zipfile.ZipInfo) -> _Packed:
    name, extra = struct.unpack_from("<2H", data, info.header_offset + 26)
    start = info.header_offset + 30 + name + extra
    year, month, day, hour, minute, second = info.date_time
    return _Packed(
        data[info.header_offset + 30 :][:name],
        data[start : start + info.compress_size],
        info.file_size,
        info.CRC,
        info.compress_type,
        info.flag_bits & ~_DESCRIPTOR,
        hour << 11 | minute << 5 | second // 2,
        (year - 1980) << 9 | month << 5 | day,
        info.external_attr,
    )


def _zip(entries: list[_Packed]) -> bytes:
    buffer = io.BytesIO()
    offsets = []
    for entry in entries:
        offsets.append(buffer.tell())
        buffer.write(entry.local())
    start = buffer.tell()
    for entry, offset in zip(entries, offsets, strict=True):
        buffer.write(entry.central(offset))
    count, size = len(entries), buffer.tell() - start
    buffer.write(struct.pack("<I4H2IH", _END, 0, 0, count, count, size, start, 0))
    return buffer.getvalue()
