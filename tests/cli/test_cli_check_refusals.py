"""Files that nobody can check: one clear message each, quickly, in little memory, no traceback."""

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.word_files import docx, p, zipped

from reportgen.cli.main import run

SECONDS, MEGABYTES = 5.0, 500
#: Checks each path that is named on a line of its input, within the memory that it may have.
_MEASURE = """
import contextlib, io, json, re, resource, sys, time
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from reportgen.cli.main import run
for line in sys.stdin:
    out, err, begin = io.StringIO(), io.StringIO(), time.process_time()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(["check", *json.loads(line)])
    seconds = time.process_time() - begin
    # Not ru_maxrss: that of the process which started this one is handed on to it.
    peak = int(re.search(r"VmHWM:\\s*([0-9]+)", open("/proc/self/status").read())[1]) // 1024
    print(json.dumps([status, out.getvalue(), err.getvalue(), seconds, peak]))
"""
_LIMIT = 1024 * 1024 * 1024  # of addresses; what is used of them is measured
_GOOD = docx(p("Nội dung."))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@dataclass(frozen=True)
class Checked:
    status: int
    out: str
    err: str
    seconds: float  # of the processor, whatever else the machine does
    peak: int  # megabytes


def check(*arguments: list[str], folder: Path | None = None) -> list[Checked]:
    """`reportgen check` with each of the lists of arguments, in a process of limited memory."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(_LIMIT)],
        input="\n".join(map(json.dumps, arguments)),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
    )
    assert done.stderr == ""
    found = [Checked(*json.loads(line)) for line in done.stdout.splitlines()]
    assert len(found) == len(arguments)
    return found


def refused(checked: Checked, said: str) -> None:
    """The file was refused with one message that says so, within seconds and megabytes."""
    assert checked.status == 1
    assert checked.out.count("lỗi [") == 1, checked.out
    assert said in checked.out
    modest(checked)


def modest(checked: Checked) -> None:
    """The program did not break, and asked for no more than seconds and megabytes."""
    assert "Traceback" not in checked.out + checked.err
    assert "Lỗi bên trong chương trình" not in checked.err
    assert checked.seconds < SECONDS
    assert checked.peak < MEGABYTES


def _with(data: bytes, files: Mapping[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | dict(files))


def _locked() -> bytes:
    """An entry that says of itself that it is encrypted."""
    data = bytearray(_GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
            at = data.find(signature, at + 4)
    return bytes(data)


def _bomb() -> bytes:
    """A body of 300 MB that shrinks to one thousandth."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(_GOOD)) as good:
            for name in good.namelist():
                if name != "word/document.xml":
                    archive.writestr(name, good.read(name))
        with archive.open("word/document.xml", "w") as entry:
            entry.write(b"<w:document>")
            for _ in range(300):
                entry.write(b" " * 1024 * 1024)
    return buffer.getvalue()


def _nested() -> bytes:
    """Tables within tables, in little more than nothing."""
    depth = 80
    start = "<w:tbl><w:tr><w:tc>" * depth
    return docx(start + p("x") + "</w:tc></w:tr></w:tbl>" * depth)


_MACROS = _with(_GOOD, {"word/vbaProject.bin": b"x"})
_DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>'
_WORKBOOK = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


_FILES: Mapping[str, tuple[bytes, str]] = {
    "hong.docx": (_GOOD[: len(_GOOD) // 2], "bị hỏng"),
    "hong_xml.docx": (_with(_GOOD, {"word/document.xml": b"<w:document>"}), "bị hỏng"),
    "rong.docx": (b"", "tệp rỗng"),
    "chu.docx": (b"chi la chu", "không phải là tệp Word"),
    "mat_khau.docx": (_OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "khoa_zip.docx": (_locked(), "mật khẩu"),
    "macro.docx": (_MACROS, "macro"),
    "macro.docm": (_MACROS, "macro"),
    "cu.doc": (_OLE + "WordDocument".encode("utf-16-le"), "Word 97-2003"),
    "cu.docx": (_OLE + "WordDocument".encode("utf-16-le"), "Word 97-2003"),
    "van_ban.odt": (zipped({"mimetype": b"odt"}), "“.odt”"),
    "doi_ten_odt.docx": (zipped({"mimetype": b"odt"}), "OpenDocument"),
    "van_ban.pdf": (b"%PDF-1.7", "PDF"),
    "doi_ten_pdf.docx": (b"%PDF-1.7", "PDF"),
    "bang.docx": (_WORKBOOK, "Excel"),
    "trang.docx": (b"<!DOCTYPE html><html>", "trang web"),
    "thuc_the.docx": (_with(_GOOD, {"word/document.xml": _DOCTYPE}), "DOCTYPE"),
    "khong_duoi": (_GOOD, "không có đuôi"),
}


def test_files_that_cannot_be_checked_are_refused_each_with_its_reason(tmp_path: Path) -> None:
    for name, (data, _) in _FILES.items():
        (tmp_path / name).write_bytes(data)
    found = check(*([str(tmp_path / name)] for name in _FILES))
    for checked, (_, said) in zip(found, _FILES.values(), strict=True):
        refused(checked, said)
    assert {path.name for path in tmp_path.iterdir()} == set(_FILES)


def test_what_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    large, bomb, nested = (tmp_path / f"{name}.docx" for name in ("lon", "bom", "long_nhau"))
    large.write_bytes(_GOOD)
    os.truncate(large, 200_000_000)
    bomb.write_bytes(_bomb())
    nested.write_bytes(_nested())
    found = check([str(large)], [str(bomb)], [str(nested)])
    refused(found[0], "200 MB")
    refused(found[1], "quá lớn")
    modest(found[2])


def test_a_report_with_30_mb_of_pictures_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nhieu_anh.docx"
    path.write_bytes(_with(_GOOD, {"word/media/anh.png": os.urandom(30_000_000)}))
    assert path.stat().st_size > 30_000_000
    assert run(["check", str(path)]) == 0
    assert run(["import", str(path), "--output", str(tmp_path / "ra")]) == 0
    assert "Nội dung." in (tmp_path / "ra/van_ban.yaml").read_text(encoding="utf-8")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    names = ["thu_muc.docx", "thu_muc", "thu_muc.yaml"]
    for name in names:
        (tmp_path / name).mkdir()
    for checked in check(*([str(tmp_path / name)] for name in names)):
        refused(checked, "thư mục")


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cam.docx"
    path.write_bytes(_GOOD)

    opened = os.open

    def forbidden(file: Path, flags: int, mode: int = 0o777) -> int:
        if Path(file) == path:  # the superuser may read every file
            raise PermissionError(13, "Permission denied")
        return opened(file, flags, mode)

    monkeypatch.setattr(os, "open", forbidden)
    assert run(["check", str(path)]) == 1
    assert "quyền" in capsys.readouterr().out


def test_odd_names_do_no_harm(tmp_path: Path) -> None:
    plain = ["báo cáo (bản 2) ‘mới’.docx", "a\nb.docx", "x" * 240 + ".docx", "😀%s{0}.docx"]
    names = [*plain, "-x.docx", "\udcff.docx"]
    for name in names:
        (tmp_path / name).write_bytes(b"PK\x03\x04")
    for checked in check(*([f"./{name}"] for name in names), folder=tmp_path):
        refused(checked, "WF001")


def test_names_of_no_file_are_told(tmp_path: Path) -> None:
    names = ["khong_co.docx", "x" * 300 + ".docx", "\0.docx", "", " "]
    for checked in check(*([name] for name in names), folder=tmp_path):
        assert checked.status == 1
        assert "lỗi" in (checked.out + checked.err).casefold()
        modest(checked)


def test_a_refused_file_gets_no_commented_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "hong.docx", tmp_path / "ra.docx"
    path.write_bytes(_GOOD[:200])
    (checked,) = check([str(path), "--annotate", str(copy)])
    refused(checked, "WF001")
    assert not copy.exists()


def test_pictures_however_packed_are_carried_over_into_the_copy(tmp_path: Path) -> None:
    buffer = io.BytesIO(docx(p("Đạt 90.31% .")))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/anh.png", bytes(200 * 1024 * 1024))
    path, copy = tmp_path / "vb.docx", tmp_path / "ra.docx"
    path.write_bytes(buffer.getvalue())
    (checked,) = check([str(path), "--annotate", str(copy)])
    modest(checked)
    assert copy.stat().st_size < 2 * path.stat().st_size
    assert "word/comments.xml" in zipfile.ZipFile(copy).namelist()
