"""Word files made by other programs, and their words as the XML has them."""

import io
import os
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree
from support.oracles import ROOT, absent, require

_MODULES = ROOT / "build/oracles/node_modules"
_SCRIPT = Path(__file__).with_name("foreign_documents.cjs")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (f"{_W}del", f"{_W}moveFrom", _FALLBACK)
_BLANKS = (f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}ptab", f"{_MATH}den")
_WORD = re.compile(r"[^\W_]+")
_TEXTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")

REPORT = """\
# I. KẾT QUẢ CÁC MẶT CÔNG TÁC {#ket-qua}

Thực hiện Quyết định số 06/QĐ-TTg[^1], tỉnh đã **hoàn thành** *22/25* nhiệm vụ; xem
[Cổng dịch vụ công](https://dichvucong.gov.vn) và [mục trên](#ket-qua).

## 1. Chỉ đạo, điều hành

1. Ban hành kế hoạch

    Đoạn thứ hai của mục thứ nhất.

    a. Điểm thứ nhất
    b. Điểm thứ hai[^hai]

2. Kiểm tra, đôn đốc

- Gạch đầu dòng
    - Gạch cấp hai

[^1]: Đề án phát triển ứng dụng dữ liệu.

    Đoạn hai của chú thích, có *chữ nghiêng*.

[^hai]: Ghi chú ở trong danh sách.
"""
TABLES = """\
| Đơn vị | Tiếp nhận | Tỷ lệ |
|:-------|----------:|:-----:|
| Sở Tư pháp[^b] | 30.532 | 98,77% |
| Công an tỉnh | 1.365.565 | 100% |

: Bảng số liệu trong kỳ

+-----------+-------------------+
| Sở Y tế   | - một ý           |
|           | - hai ý           |
+-----------+-------------------+
| Đoạn một  | 12.340            |
|           |                   |
| Đoạn hai  |                   |
+-----------+-------------------+

[^b]: Chú thích trong ô.
"""
OTHER = """\
---
title: Báo cáo tháng chín
author: Văn phòng
date: 19/9/2025
---

> Lời trích dẫn của nghị quyết.

Thuật ngữ
:   Giải nghĩa của thuật ngữ.

| Dòng thơ một
| dòng thơ hai

H~2~O, m^2^, ~~bỏ đi~~, [chữ nhỏ]{.smallcaps}, $x^2 + \\frac{1}{2}$.

    dòng mã lệnh

***

Cuối văn bản.
"""
PAGE = """\
<html><head><meta charset="utf-8"><title>Trang</title></head><body>
<h1>Tiêu đề trang</h1><p>Đoạn <b>đậm</b> và <a href="https://gov.vn">liên kết</a>.<br>Dòng hai.</p>
<ol><li>Một<ul><li>Nhánh</li></ul></li><li>Hai</li></ol>
<table border="1"><tr><th rowspan="2">TT</th><th colspan="2">Hồ sơ</th></tr>
<tr><td>Nhận</td><td>Trả</td></tr><tr><td>1</td><td><table><tr><td>lồng nhau</td></tr></table></td>
<td>12.340</td></tr></table><pre>dòng   cách</pre></body></html>
"""
MARKDOWN: Mapping[str, str] = {"bao_cao": REPORT, "bang": TABLES, "khac": OTHER}


def by_pandoc(folder: Path, suffix: str = "docx") -> list[Path]:
    """The texts above as pandoc sets them."""
    made = []
    for name, text in MARKDOWN.items():
        target = folder / f"pandoc_{name}.{suffix}"
        command = [require("pandoc"), "-f", "markdown", "-o", str(target)]
        subprocess.run(command, input=text.encode(), check=True, capture_output=True, timeout=120)
        made.append(target)
    return made


def by_docx_js(folder: Path) -> list[Path]:
    """The documents of foreign_documents.cjs."""
    if not (_MODULES / "docx").is_dir():
        absent("docx (npm)")
    command = [require("node"), str(_SCRIPT), str(folder)]
    environment = {**os.environ, "NODE_PATH": str(_MODULES)}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
    return sorted(folder.glob("*.docx"))


def by_libreoffice(sources: Iterable[Path], folder: Path) -> list[Path]:
    """The files saved as DOCX by one run of LibreOffice, in `folder`."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [require("soffice"), profile, "--headless", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return sorted(folder.glob("*.docx"))


def xml_words(data: bytes) -> Counter[str]:
    """Every word of body, notes, headers and footers, tracked changes accepted."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    return Counter(
        word
        for name in archive.namelist()
        if _TEXTS.fullmatch(name)
        for line in _lines(etree.fromstring(archive.read(name)))
        for word in _WORD.findall(line.casefold())
    )


def xml_notes(data: bytes) -> list[str]:
    """The text of each native footnote in the order of the references in the body."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if "word/footnotes.xml" not in archive.namelist():
        return []
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    texts = {node.get(f"{_W}id"): " ".join(_lines(node)) for node in notes}
    body = etree.fromstring(archive.read("word/document.xml"))
    order = [node.get(f"{_W}id") for node in body.iter(f"{_W}footnoteReference")]
    return [" ".join(texts[identifier].split()) for identifier in order]


def _lines(node: etree._Element) -> Iterator[str]:
    """The text of every paragraph; those of text boxes by themselves."""
    for child in node:
        if child.tag == f"{_W}p":
            yield "".join(_printed(_own(child)))
        if child.tag not in _GONE:
            yield from _lines(child)


def _own(node: etree._Element) -> Iterator[etree._Element]:
    """The elements of a paragraph that are not another paragraph's."""
    for child in node:
        if child.tag not in (*_GONE, f"{_W}p") and not _is_page(child.get(f"{_W}instr")):
            yield child
            yield from _own(child)


def _printed(nodes: Iterable[etree._Element]) -> Iterator[str]:
    """Their characters, numbers of pages left out: they are what the last program found."""
    fields: list[str] = []
    for node in nodes:
        if node.tag == f"{_W}fldChar":
            match node.get(f"{_W}fldCharType"):
                case "begin":
                    fields.append("")
                case "end" if fields:
                    fields.pop()
        elif node.tag == f"{_W}instrText" and fields:
            fields[-1] += node.text or ""
        elif node.tag in (f"{_W}t", f"{_MATH}t") and not any(map(_is_page, fields)):
            yield node.text or ""
        elif node.tag in _BLANKS:
            yield " "


def _is_page(instruction: str | None) -> bool:
    return bool(re.match(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", instruction or ""))
