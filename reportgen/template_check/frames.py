"""Frames looked through by filling them: what they refuse, what they lose, what they bring."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reportgen.document.tree import Document
from reportgen.dossier.files import read_text, shown_path
from reportgen.problems import InputError, Place, Problem, Severity
from reportgen.template_check.specimen import CREATED, ESSENTIAL, MARKS, specimens

WORD, PAGE, STYLES = "khung.docx", "khung.html", "khung.css"
FILES = (WORD, PAGE, STYLES)
UNPRINTED = "MA099"
_TAG = re.compile(r"<[^>]*>")
_STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL)
_OUTSIDE = re.compile(
    r"""(?:\b(?:src|href)\s*=\s*|url\(\s*|@import\s+)["']?((?:\w+:)?//[^"')\s]+)"""
)


def is_frame_folder(folder: Path) -> bool:
    """Whether a folder holds any file of a frame."""
    return any((folder / name).is_file() for name in FILES)


def check_frames(folder: Path, fallback: Path) -> Iterator[Problem]:
    """Everything that is wrong with the frame files of a folder.

    `fallback` holds the files that the folder does without.
    """
    if (folder / WORD).is_file():
        yield from _check_word(folder / WORD)
    if (folder / PAGE).is_file() or (folder / STYLES).is_file():
        yield from _check_page(*(_own(folder, fallback, name) for name in (PAGE, STYLES)))


def _own(folder: Path, fallback: Path, name: str) -> Path:
    return folder / name if (folder / name).is_file() else fallback / name


def _check_word(path: Path) -> Iterator[Problem]:
    from reportgen.writers.docx import write_docx

    data, file = path.read_bytes(), shown_path(path)

    def fill(document: Document) -> str:
        written = zipfile.ZipFile(io.BytesIO(write_docx(document, data, CREATED, file)))
        parts = (name for name in written.namelist() if re.match(r"word/\w+\.xml$", name))
        return "\n".join(_TAG.sub("", written.read(name).decode("utf-8")) for name in parts)

    yield from _check_filled(fill, file)


def _check_page(page: Path, styles: Path) -> Iterator[Problem]:
    from reportgen.writers.html import HtmlFrame, write_html

    sources = {path: read_text(path, "HS") for path in (page, styles)}
    for path, source in sources.items():
        for number, line in enumerate(source.split("\n"), 1):
            for target in _OUTSIDE.findall(line):
                message = f"khung lấy nội dung từ ngoài tệp: {target}"
                hint = "bỏ chỗ này; bản PDF không tải gì từ ngoài"
                yield Problem("MA100", message, Place(shown_path(path), number), hint)
    frame = HtmlFrame(sources[page], sources[styles], shown_path(page), shown_path(styles))

    def fill(document: Document) -> str:
        return _TAG.sub("", _STYLE.sub("", write_html(document, frame)))

    yield from _check_filled(fill, shown_path(page))


def _check_filled(fill: Callable[[Document], str], file: str) -> Iterator[Problem]:
    for specimen in specimens():
        try:
            lost = specimen.lost(fill(specimen.document))
        except InputError as error:
            yield from (_weighed(problem, specimen.rare) for problem in error.problems)
            continue
        except ValueError as error:
            message = f"khung không dùng được: {error}"
            yield Problem("MA091", message, Place(file), "bắt đầu lại từ khung gốc")
            continue
        for component in lost:
            severity = Severity.ERROR if component in ESSENTIAL else Severity.WARNING
            message = f"khung không in {MARKS[component][1]}"
            hint = "thêm lại chỗ in này, xem README.md của thư mục templates/_khung"
            yield Problem(UNPRINTED, message, Place(file), hint, severity)


def _weighed(problem: Problem, rare: bool) -> Problem:
    """What only rare documents have may be missing from a frame."""
    if rare and problem.code == UNPRINTED:
        return replace(problem, severity=Severity.WARNING)
    return problem
