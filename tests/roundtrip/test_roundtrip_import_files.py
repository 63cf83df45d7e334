"""An imported Word file is printed again word for word, whoever made it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from support.foreign import PAGE, by_docx_js, by_libreoffice, by_pandoc, xml_notes
from support.imports import Made, import_into, lost_words, note_text
from support.oracles import ROOT
from support.originals import ORIGINALS, Original, original_docx
from support.originals_by_pandoc import pandoc_docx

from reportgen.readers.recognition import recognise
from reportgen.readers.word import read_word
from reportgen.rendering import Format, render
from reportgen.roundtrip.importing.comparing import (
    Difference,
    component_differences,
    text_differences,
)

DOSSIERS = sorted(
    path
    for folder in ("examples", "data")
    for path in (ROOT / folder).rglob("*.yaml")
    if "\nmau:" in f"\n{path.read_text(encoding='utf-8')}"
)
NAMES = [path.relative_to(ROOT).as_posix() for path in DOSSIERS]


@cache
def _written(name: str) -> bytes:
    """The DOCX of a dossier of ours."""
    return render(ROOT / name, [Format.DOCX]).files[Format.DOCX]


def _differing(data: bytes, made: Made) -> list[Difference]:
    word = recognise(read_word(data, "vb.docx")).document
    printed = made.document()
    return [*component_differences(word, printed), *text_differences(word, printed)]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_that_we_wrote_comes_back_with_every_word(name: str, tmp_path: Path) -> None:
    data = _written(name)
    made = import_into(tmp_path / "ho_so", data)
    assert not made.imported.faults
    assert [one for one in _differing(data, made) if "phụ lục" not in one.where] == []
    assert lost_words(data, made) == {}
    assert xml_notes(made.docx()) == xml_notes(data)


@pytest.mark.parametrize("original", ORIGINALS, ids=lambda one: one.name)
def test_a_real_report_comes_back_with_every_word_and_note(
    original: Original, tmp_path: Path
) -> None:
    data = original_docx(original)
    made = import_into(tmp_path / "ho_so", data)
    assert lost_words(data, made) == {}
    assert xml_notes(made.docx()) == xml_notes(data)
    assert not [one for one in made.imported.remarks if one.startswith(("nội dung", "chú thích"))]


def _check(files: Iterable[Path], folder: Path) -> int:
    count = 0
    lost: dict[str, object] = {}
    for path in files:
        count += 1
        data = path.read_bytes()
        made = import_into(folder / path.stem, data, path.name)
        assert not made.imported.faults, path.name
        if missing := lost_words(data, made):
            lost[path.name] = missing
        told = " ".join(one.text for one in made.imported.leftovers)
        printed = note_text(" ".join((*xml_notes(made.docx()), told)))
        assert [x for x in xml_notes(data) if note_text(x) not in printed] == [], path.name
    assert lost == {}
    return count


def test_files_by_pandoc_are_imported_without_losing_a_word(tmp_path: Path) -> None:
    made = [*by_pandoc(tmp_path), *(pandoc_docx(one, tmp_path) for one in ORIGINALS)]
    assert _check(made, tmp_path / "ho_so") == 7


def test_files_by_docx_js_are_imported_without_losing_a_word(tmp_path: Path) -> None:
    assert _check(by_docx_js(tmp_path), tmp_path / "ho_so") == 10


def test_files_saved_again_by_libreoffice_are_imported_without_losing_a_word(
    tmp_path: Path,
) -> None:
    sources = []
    for name in NAMES:
        sources.append(tmp_path / f"{name.replace('/', '_')}.docx")
        sources[-1].write_bytes(_written(name))
    page = tmp_path / "trang.html"
    page.write_text(PAGE, encoding="utf-8")
    sources += [page, *by_pandoc(tmp_path, "odt")]
    folder = tmp_path / "ra"
    folder.mkdir()
    assert _check(by_libreoffice(sources, folder), tmp_path / "ho_so") == len(sources) >= 40
