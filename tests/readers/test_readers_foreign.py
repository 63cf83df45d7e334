"""Word files of other programs: every word of their XML is in the tree that is read from them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest
from support.foreign import PAGE, by_docx_js, by_libreoffice, by_pandoc, xml_notes, xml_words
from support.oracles import ROOT
from support.originals import ORIGINALS, original_docx
from support.originals_by_pandoc import pandoc_docx
from support.recognised_words import file_words, recognised_words

from reportgen.document.inlines import plain_text
from reportgen.readers.recognition import recognise
from reportgen.readers.word import read_word
from reportgen.rendering import Format, render

DOSSIERS = sorted(
    path
    for folder in ("examples", "data")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name in ("bao_cao.yaml", "ke_hoach.yaml", "cong_van.yaml", "to_trinh.yaml")
)
FRAMES = [ROOT / "templates/_khung/khung.docx", ROOT / "data/lao_cai/mau/_khung/khung.docx"]


@cache
def _ours() -> Mapping[str, bytes]:
    """Every DOCX that we write in the tests: from dossiers, and the originals."""
    made = {one.name: original_docx(one) for one in ORIGINALS}
    for path in DOSSIERS:
        name = "_".join(path.relative_to(ROOT).with_suffix("").parts)
        made[name] = render(path, [Format.DOCX]).files[Format.DOCX]
    return made


def _lost(data: bytes) -> dict[str, int]:
    """The words that the XML has more often than the file as read, or than its tree."""
    recognised = recognise(read_word(data, "vb.docx"))
    there = xml_words(data)
    missing = Counter[str]()
    for found in (file_words(recognised.word), recognised_words(recognised)):
        missing |= there - Counter(found)
    return dict(missing)


def _notes(data: bytes) -> list[str]:
    document = recognise(read_word(data, "vb.docx")).document
    return [
        " ".join(
            " ".join(f"{one.label} {plain_text(one.inlines)}" for one in note.paragraphs).split()
        )
        for note in document.notes
    ]


def _check(files: Iterable[tuple[str, bytes]]) -> int:
    """How many files lost nothing; all of them, or the test fails with what was lost."""
    lost = {}
    count = 0
    for name, data in files:
        count += 1
        if missing := _lost(data):
            lost[name] = missing
        assert _notes(data) == xml_notes(data), name
    assert not lost
    return count


def _read(paths: Iterable[Path]) -> Iterable[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in paths]


def test_no_word_is_lost_of_the_files_that_we_write() -> None:
    assert _check(_ours().items()) == len(_ours()) >= 8
    for frame in FRAMES:
        assert not _lost(frame.read_bytes())


def test_no_word_is_lost_of_files_saved_again_by_libreoffice(tmp_path: Path) -> None:
    sources = []
    for name, data in _ours().items():
        sources.append(tmp_path / f"{name}.docx")
        sources[-1].write_bytes(data)
    page = tmp_path / "trang.html"
    page.write_text(PAGE, encoding="utf-8")
    sources += [page, *by_pandoc(tmp_path, "odt")]
    folder = tmp_path / "ra"
    folder.mkdir()
    made = by_libreoffice(sources, folder)
    assert _check(_read(made)) == len(sources) >= 12


def test_no_word_is_lost_of_files_by_pandoc(tmp_path: Path) -> None:
    originals = [pandoc_docx(one, tmp_path) for one in ORIGINALS]
    assert _check(_read([*originals, *by_pandoc(tmp_path)])) == 7


def test_no_word_is_lost_of_files_by_docx_js(tmp_path: Path) -> None:
    assert _check(_read(by_docx_js(tmp_path))) == 10


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("danh_sach", ["I. Kết quả các mặt công tác", "1. Chỉ đạo, triển khai", "b) Hạn chế"]),
        ("sua_doi", ["Tổng số chữ thêm vào hồ sơ"]),
        ("khung_chu", ["Chữ trong khung", "dòng hai"]),
    ],
)
def test_what_docx_js_sets_is_read_as_word_shows_it(
    tmp_path: Path, made: str, said: list[str]
) -> None:
    by_docx_js(tmp_path)
    read = read_word((tmp_path / f"{made}.docx").read_bytes(), "vb.docx")
    text = "\n".join(f"{one.label} {one.text}".strip() for one in read.paragraphs())
    assert [one for one in said if one not in text] == []
