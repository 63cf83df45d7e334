"""The parsers of Office files: Word files read, checked, imported and annotated, frames, workbooks.

Their inputs are bundles of XML parts (see bundles.py); parts left out are those of the first seed.
"""

from functools import cache

import openpyxl
from support.fuzzing.answers import answered, unprintable
from support.fuzzing.bundles import bundled, parts_of, unzipped, zip_of
from support.fuzzing.model import ROOT, Parser, desk, file_of
from support.fuzzing.tokens import FRAME, SHEET, WORD
from support.word_files import docx, p
from support.workbooks import bytes_of

from reportgen.building import build
from reportgen.checks.facts import facts_of
from reportgen.checks.reading import manuscript_of
from reportgen.checks.registry import select_rules
from reportgen.checks.running import find_in_spite_of_failures
from reportgen.checks.subject import Subject
from reportgen.document.origins import WordPlace
from reportgen.dossier.tables import read_table
from reportgen.periods.returned import read_returned
from reportgen.problems import Problem
from reportgen.readers.recognition import Recognised, recognise
from reportgen.readers.word import Tracked, read_word
from reportgen.rendering import creation_time
from reportgen.roundtrip.importing import Surroundings, import_word
from reportgen.roundtrip.importing.trying import trial_build
from reportgen.writers.docx import write_docx
from reportgen.writers.docx.annotate import annotate
from reportgen.writers.docx.remarks import Remark


@cache
def word_seed() -> bytes:
    """A bundle of a Word file with something of all that the reader knows."""
    return (ROOT / "tests/fuzz/seeds/van_ban.docx.txt").read_bytes()


def _word_seeds() -> tuple[bytes, ...]:
    insides = ("<w:p/>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", p("Điều 1. Phạm vi") * 3)
    return (word_seed(), *(bundled(unzipped(docx(one), "word/document.xml")) for one in insides))


def _recognised(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> Recognised:
    """The Word file read and recognised, its texts fit to be written anywhere."""
    found = recognise(read_word(data, "vb.docx", tracked=tracked))
    for passage in manuscript_of(found.document).passages:
        assert not unprintable(passage.text), ascii(passage.text)
    return found


def _zipped(data: bytes) -> bytes:
    return zip_of(data, parts_of(word_seed()))


def _word(data: bytes) -> None:
    file = _zipped(data)
    answered(lambda _: _recognised(file))


def _rejected(data: bytes) -> None:
    file = _zipped(data)
    answered(lambda _: _recognised(file, Tracked.REJECTED))


def _checked(data: bytes) -> None:
    file = _zipped(data)

    def check(_: list[Problem]) -> None:
        word = _recognised(file)
        manuscript, facts = manuscript_of(word.document), facts_of(word.document, word)
        run = find_in_spite_of_failures(Subject(word.document, manuscript, facts, word), _rules())
        for _rule, error in run.failed:
            raise error
        remarks = [
            Remark(one.message, one.place if isinstance(one.place, WordPlace) else None, one.quote)
            for one in run.findings
        ]
        annotate(file, remarks)

    answered(check)


@cache
def _rules() -> tuple[object, ...]:
    return tuple(select_rules((), ()))


def _imported(data: bytes) -> None:
    file = _zipped(data)
    around = Surroundings("vb.docx", None, "mau", frozenset())
    attempt = trial_build(desk() / "moi", None)
    answered(lambda _: import_word(_recognised(file), file, attempt, around))


def _frame(data: bytes) -> None:
    frame = zip_of(data, parts_of(_frame_seed()))
    document = _document()
    answered(lambda _: write_docx(document, frame, creation_time(document)))


@cache
def _document():  # type: ignore[no-untyped-def]
    return build(ROOT / "examples/toi_thieu/bao_cao.yaml").document


@cache
def _frame_seed() -> bytes:
    return bundled(unzipped((ROOT / "templates/_khung/khung.docx").read_bytes()))


@cache
def _book_seed() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows = [("BẢNG SỐ LIỆU",), (), ("ma", "ten", "thuc_hien", "ky_truoc"), ("a", "Hồ sơ", 12, 14.5),
            ("b", "Tỷ lệ", 0.9031, "=C4/2"), ("c", True, "14,4", None)]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet["C5"].number_format = "0.00%"
    sheet["D4"].number_format = "dd/mm/yyyy"
    sheet.merge_cells("A1:D1")
    book.create_sheet("Ẩn").sheet_state = "hidden"
    keep = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")  # fmt: skip
    return bundled(unzipped(bytes_of(sheet), *keep))


def _workbook(data: bytes) -> None:
    path = file_of(zip_of(data, parts_of(_book_seed())), "bang.xlsx")
    answered(lambda problems: read_table(path, problems, titles=("ma", "thuc_hien")))


def _filled_form(data: bytes) -> None:
    path = file_of(zip_of(data, parts_of(_book_seed())), "bieu.xlsx")
    answered(lambda problems: read_returned(path, problems))


OFFICE_PARSERS = (
    Parser("docx", _word, _word_seeds, WORD),
    Parser("docx_before_edits", _rejected, _word_seeds, WORD, examples=300),
    Parser("docx_checked", _checked, _word_seeds, WORD, examples=300),
    Parser("docx_imported", _imported, _word_seeds, WORD, examples=300),
    Parser("frame", _frame, lambda: (_frame_seed(),), FRAME),
    Parser("xlsx", _workbook, lambda: (_book_seed(),), SHEET),
    Parser("xlsx_form", _filled_form, lambda: (_book_seed(),), SHEET),
)
