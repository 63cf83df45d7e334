"""A path to what the rules look at: a Word file as it is, a dossier as it would be drafted."""

from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.building import build
from reportgen.checks.facts import facts_of
from reportgen.checks.reading import manuscript_of
from reportgen.checks.subject import Subject
from reportgen.dossier.files import MOST_BYTES, read_data, shown_path
from reportgen.problems import InputError, Place, Problem
from reportgen.readers.recognition.anatomy import Recognised
from reportgen.rendering import Format, written

DOSSIERS = (".yaml", ".yml")
WORD_FILES = (".docx", ".docm", ".dotx", ".dotm", ".doc")  # the reader tells the rest from .docx
_MEGABYTE = 1_000_000
_MOST = MOST_BYTES["KT"]
_PDF = "xuất lại từ Word thì kiểm tra tệp .docx; chỉ có bản PDF thì phải gõ hoặc chuyển sang Word"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a path leads to; `docx` is the file's bytes, or those of the one to be drafted."""

    subject: Subject
    docx: bytes
    problems: tuple[Problem, ...] = ()


def open_input(path: Path, templates: tuple[Path, ...] = ()) -> Opened:
    """What the rules look at in the dossier or Word file at `path`.

    Raises InputError with all that keeps it from being read or built; KT001 no such file, KT002
    unreadable, KT003 a file of another kind, KT004 too large.
    """
    suffix = path.suffix.lower()
    if suffix in DOSSIERS:
        return _dossier(path, templates)
    if not path.is_file():
        read_data(path, "KT")
    if suffix not in WORD_FILES:
        raise InputError([_of_another_kind(path, suffix)])
    return _word_file(path)


def recognised(data: bytes, file: str) -> Recognised:
    """The Word file in `data` as a document; `file` is what places and messages call it."""
    from reportgen.readers.recognition import recognise
    from reportgen.readers.word import read_word

    return recognise(read_word(data, file))


def _word_file(path: Path) -> Opened:
    size = path.stat().st_size if path.is_file() else 0
    if size > _MOST:
        raise InputError([_too_large(path, size)])
    data = read_data(path, "KT")
    word = recognised(data, shown_path(path))
    document = word.document
    subject = Subject(document, manuscript_of(document), facts_of(document, word), word)
    return Opened(subject, data)


def _dossier(path: Path, templates: tuple[Path, ...]) -> Opened:
    """The dossier's document, with the looks of the DOCX that would be drafted from it."""
    building = build(path, templates)
    drafted = written(building, Format.DOCX)
    word = recognised(drafted.data, f"{shown_path(path)} (bản dựng)")
    document = building.document
    subject = Subject(
        document,
        manuscript_of(document),
        facts_of(document, word),
        word,
        dossier=building.dossier,
        template=building.template,
    )
    ours = building.dossier.ky
    if ours is not None:
        subject = replace(subject, facts=replace(subject.facts, period=(ours.tu, ours.den)))
    return Opened(subject, drafted.data, (*building.warnings, *drafted.warnings))


def _of_another_kind(path: Path, suffix: str) -> Problem:
    place = Place(shown_path(path))
    if suffix == ".pdf":
        message = "không kiểm tra được tệp PDF: tệp chỉ còn hình của trang, không còn đoạn và bảng"
        return Problem("KT003", message, place, _PDF)
    hint = "nêu hồ sơ (.yaml) hoặc tệp Word (.docx); tệp .doc, .odt, .rtf thì mở bằng Word hay "
    hint += "LibreOffice rồi lưu thành .docx"
    kind = f"tệp “{suffix}”" if suffix else "tệp không có đuôi"
    return Problem("KT003", f"không kiểm tra được {kind}", place, hint)


def _too_large(path: Path, size: int) -> Problem:
    most = _MOST // _MEGABYTE
    message = f"tệp Word lớn {size // _MEGABYTE} MB; chương trình đọc tệp đến {most} MB"
    hint = "nén ảnh trong Word (Picture Format > Compress Pictures) hoặc chia tệp, rồi lưu lại"
    return Problem("KT004", message, Place(shown_path(path)), hint)
