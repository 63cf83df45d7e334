"""Four real documents as they stood, slips and all: their text, Word files of it, their findings.

The texts are in tests/checks/originals/; what they leave out of the letterhead is in data/.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from reportgen.document.inlines import read_inlines
from reportgen.document.reading import Content, read_draft
from reportgen.document.tree import (
    Appendix,
    Document,
    Inline,
    Inlines,
    Letterhead,
    Properties,
    Signature,
    Title,
)
from reportgen.drafting.draft import Draft, DraftAppendix, DraftColumn, DraftTable
from reportgen.writers.docx import write_docx

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/checks/originals"
FRAME = ROOT / "templates/_khung/khung.docx"

_NOTE = re.compile(r"(?m)^\[\^\d+\]: .*(?:\n[ \t]+.*)*")
_SECTION = re.compile(r"([IVX]+\.) (.+)")
_CLAUSE = re.compile(r"(\d+\.(?:\d+\.)?) (.+)", re.DOTALL)
_THIRD_LEVEL = re.compile(r"\d+\.\d+\. ")
_POINT = re.compile(r"([a-zđê]\)) (.+)", re.DOTALL)
_RUN_IN = re.compile(r"([^.;:]{1,150}:) (.+)", re.DOTALL)
_MARK = re.compile(r"\[\^\d+\]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")


@dataclass(frozen=True, slots=True)
class Original:
    """A document by the name of its files; `profile` has its letterhead, `title` its kind."""

    name: str
    profile: str
    title: str = ""
    appendix_titles: tuple[tuple[str, str], ...] = ()  # label, title
    attached_to: str = ""
    merged: int = 0  # leading columns where an empty cell goes on from the one above

    @property
    def markdown(self) -> Path:
        return FOLDER / f"{self.name}.md"

    @property
    def tables(self) -> tuple[Path, ...]:
        return tuple(sorted(FOLDER.glob(f"{self.name}.phu_luc*.csv")))

    @property
    def findings(self) -> dict[str, Any]:
        """What is expected of it; the keys are explained in the folder's README.md."""
        path = FOLDER / f"{self.name}.findings.yaml"
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found


_ABOUT = "MỤC TIÊU, NHIỆM VỤ TRỌNG TÂM VỀ {} QUÝ IV NĂM 2025"
_SCIENCE = "PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO, CHUYỂN ĐỔI SỐ"

ORIGINALS = (
    Original("khanh_hoa_bao_cao_2025-09", "khanh_hoa", "BÁO CÁO"),
    Original(
        "khanh_hoa_bao_cao_2023-12",
        "khanh_hoa/2023-12",
        "BÁO CÁO",
        appendix_titles=(("PHỤ LỤC:", "KẾT QUẢ TRIỂN KHAI MÔ HÌNH ĐỀ ÁN 06"),),
    ),
    Original(
        "lao_cai_ke_hoach_2025-q4",
        "lao_cai",
        "KẾ HOẠCH",
        appendix_titles=(
            ("Phụ lục I", _ABOUT.format(_SCIENCE)),
            ("Phụ lục II", _ABOUT.format("CẢI CÁCH HÀNH CHÍNH")),
            ("Phụ lục III", _ABOUT.format("ĐỀ ÁN 06")),
        ),
        attached_to="(Kèm theo Kế hoạch số        /KH-BCĐ ngày       tháng 10 năm 2025 của "
        "Ban Chỉ đạo của Ủy ban nhân dân tỉnh)",
        merged=2,
    ),
    Original("khanh_hoa_cong_van_2025-08", "khanh_hoa/2025-08"),
)


def original_document(original: Original) -> Document:
    """The tree of the original: every word as it stands, labels typed, notes numbered."""
    parts = _Parts(original)
    content = read_draft(parts.draft())
    assert not [problem for problem in content.problems if problem.code != "DS001"]
    profile = parts.profile
    return Document(
        letterhead=Letterhead(
            superior=_lines(profile.get("co_quan_chu_quan")),
            issuer=_lines(profile["co_quan_ban_hanh"]),
            number=parts.number,
            place_and_date=parts.place_and_date,
            subject=_plain(parts.letter_subject),
        ),
        title=Title(original.title, _plain(parts.subject), _plain(parts.period)),
        body=content.body,
        recipients=tuple(map(_plain, parts.recipients)),
        signatures=(parts.signature,),
        properties=Properties(original.name, "", "", created=None),
        addressees=tuple(map(_plain, parts.addressees)),
        appendices=_appendices(original, parts, content),
        notes=content.notes,
    )


def original_docx(original: Original) -> bytes:
    """The original in the decree's layout, by our own writer and the built-in frame."""
    created = datetime(2025, 9, 19, tzinfo=UTC)
    return write_docx(original_document(original), FRAME.read_bytes(), created)


def original_text(original: Original) -> str:
    """All words of the original as a passage has them: no note marks, no formatting signs."""
    text = original.markdown.read_text(encoding="utf-8")
    cells = (cell for path in original.tables for row in rows_of(path) for cell in row)
    return "\n".join(bare(part) for part in (text, *cells))


def bare(text: str) -> str:
    """NFC, blanks as one space, raised digits as digits; without marks of notes and emphasis."""
    text = _MARK.sub("", unicodedata.normalize("NFC", text)).translate(_RAISED)
    text = re.sub(r"(?<!\d)\*+|[~<>](?![\d%])", "", text)
    return re.sub(r"[ \u00a0]+", " ", text)


class _Parts:
    """The reference text taken apart by where its title and `Nơi nhận:` stand."""

    def __init__(self, original: Original) -> None:
        text, self.notes = without_notes(original)
        before, _, after = re.split(r"(\n\**Nơi nhận:\**\n)", text)
        head, self.body = self._split(before, original)
        recipients, *closing = (part for part in re.split(r"\n\s*\n", after) if part.strip())
        self.original = original
        self.profile = _profile(original)
        self.recipients = recipients.strip().split("\n")
        self.signature = self._signature(closing)
        self.attached_to = original.attached_to or self._attached(closing)
        self._read_head(head)

    @staticmethod
    def _split(before: str, original: Original) -> tuple[list[str], list[str]]:
        paragraphs = [part.strip("\n") for part in re.split(r"\n\s*\n", before) if part.strip()]
        start = next(
            index
            for index, part in enumerate(paragraphs)
            if part.startswith(("Kính gửi", original.title or "Kính gửi"))
        )
        # Kind and subject, or the addressees: one or two paragraphs more.
        start += 2 if original.title else 1
        return paragraphs[:start], paragraphs[start:]

    def _read_head(self, head: list[str]) -> None:
        self.number = next(part for part in head if part.startswith("Số:"))
        self.place_and_date = next(part for part in head if ", ngày" in part)
        on = (part for part in head if part.startswith("V/v"))
        self.letter_subject = next(on, "")
        addressed = next((part for part in head if part.startswith("Kính gửi:")), "")
        names = addressed.split("\n")[1:]
        self.addressees = [name.removeprefix("- ").rstrip(";.") for name in names]
        self.subject = self.period = ""
        if self.original.title:
            subject, _, period = head[-1].replace("**", "").partition("\n(")
            self.subject, self.period = subject, f"({period}" if period else ""

    def _signature(self, closing: list[str]) -> Signature:
        lines = [
            line.strip(" *")
            for part in closing
            if not part.lstrip("(").startswith(("PHỤ LỤC", "Kèm theo"))
            for line in part.split("\n")
        ]
        *titles, name = (line for line in lines if line)
        authority = tuple(line for line in titles if line.startswith(("TM.", "KT.")))
        position, *other = titles[len(authority) :]
        return Signature(authority, position, " ".join(other), name)

    @staticmethod
    def _attached(closing: list[str]) -> str:
        lines = (part.strip().replace("~", "") for part in closing)
        return next((line for line in lines if line.startswith("(Kèm theo")), "")

    def draft(self) -> Draft:
        deepest = 3 if any(_THIRD_LEVEL.match(part) for part in self.body) else 2
        body = "\n\n".join(_marked_up(part, deepest + 1) for part in self.body)
        titles = self.original.appendix_titles
        appendices = tuple(
            DraftAppendix(title, "", _draft_table(path, self.original.merged), True)
            for (_, title), path in zip(titles, self.original.tables, strict=True)
        )
        numbering = ("I.", "1.", "1.1.", "a)") if deepest == 3 else ("I.", "1.", "a)")
        title, whole = self.original.title, f"{body}\n\n{self.notes}"
        return Draft(title, self.subject, self.period, whole, numbering, appendices)


def without_notes(original: Original) -> tuple[str, str]:
    """The reference text without its notes, and the notes."""
    text = original.markdown.read_text(encoding="utf-8")
    return _NOTE.sub("", text), "\n\n".join(_NOTE.findall(text))


def _marked_up(paragraph: str, point_level: int) -> str:
    """A paragraph of the reference in our dialect, its label typed: `## [1.] Ưu điểm`."""
    text = paragraph.strip()
    if text.startswith("**") and text.endswith("**"):
        text = text.removeprefix("**").removesuffix("**")
    if section := _SECTION.fullmatch(text):
        return f"# [{section[1]}] {section[2]}"
    if clause := _CLAUSE.fullmatch(text):
        marks = "#" * (1 + clause[1].count("."))
        if run_in := _RUN_IN.fullmatch(clause[2]):
            return f"{marks} [{clause[1]}] {run_in[1]}\n{run_in[2]}"
        dot = "." if clause[2].endswith((".", ";")) else ""
        return f"{marks}{dot} [{clause[1]}] {clause[2]}"
    if point := _POINT.fullmatch(text):
        return f"{'#' * point_level}. [{point[1]}] {point[2]}"
    return text


def _appendices(original: Original, parts: _Parts, content: Content) -> tuple[Appendix, ...]:
    return tuple(
        Appendix(label, title, parts.attached_to, blocks, landscape=True)
        for (label, title), blocks in zip(original.appendix_titles, content.appendices, strict=True)
    )


def _draft_table(path: Path, merged: int) -> DraftTable:
    header, *rows = rows_of(path)
    columns = tuple(DraftColumn(title) for title in header)
    spans = [[1] * len(row) for row in rows]
    for column in range(merged):
        top = 0
        for index, row in enumerate(rows):
            if row[column] or index == 0:
                top = index
            else:
                spans[top][column] += 1
                spans[index][column] = 0
    return DraftTable(columns, tuple(map(tuple, rows)), spans=tuple(map(tuple, spans)))


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a table, its header first."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _profile(original: Original) -> Mapping[str, Any]:
    path = ROOT / "data" / original.profile / "don_vi.yaml"
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").strip().splitlines())


def _plain(text: str) -> Inlines:
    def keep(token: object) -> Inline:
        raise AssertionError(f"a note in {text!r}")

    return read_inlines(text, keep) if text else ()
