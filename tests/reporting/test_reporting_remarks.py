"""Findings as remarks on a Word file."""

from pathlib import Path

import pytest
from support.dossiers import TEMPLATES, write_dossier
from support.rules import looking_for, only

from reportgen.checking import check_file
from reportgen.document.origins import Story, WordPlace
from reportgen.rendering import Format, render
from reportgen.reporting.remarks import remarks_of

BODY = "Báo cáo về về kết quả^[Theo báo cáo về về Đề án.].\n\n[^thừa]: Không ai dẫn."


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    only(monkeypatch, looking_for("VB050", "về về"))
    return write_dossier(tmp_path, BODY)


def test_a_remark_stands_at_the_words_in_the_file_that_would_be_drafted(dossier: Path) -> None:
    warning, in_text, in_note = remarks_of(check_file(dossier, [TEMPLATES]))
    assert (warning.place, warning.quote) == (None, "")
    assert warning.text.startswith("[GC003] cảnh báo: ")
    assert (in_text.before, in_text.quote, in_text.after) == ("Báo cáo ", "về về", " kết quả.")
    assert isinstance(in_text.place, WordPlace)
    assert isinstance(in_note.place, WordPlace)
    assert (in_note.place.story, in_note.place.note) == (Story.FOOTNOTE, 1)
    assert in_text.text.splitlines()[1:] == ["Vì sao: vì sai", "Cách sửa: bỏ chữ này"]


def test_the_word_file_gets_the_same_remarks_at_the_same_paragraphs(dossier: Path) -> None:
    file = dossier.with_suffix(".docx")
    file.write_bytes(render(dossier, [Format.DOCX], [TEMPLATES]).files[Format.DOCX])
    of_file = remarks_of(check_file(file))
    of_dossier = remarks_of(check_file(dossier, [TEMPLATES]))[1:]
    assert [one.text for one in of_file] == [one.text for one in of_dossier]
    places = [one.place for one in (*of_file, *of_dossier) if one.place]
    assert places[0].paragraph == places[2].paragraph
    assert places[1].note == places[3].note == 1
