"""The PDF made by another program from the DOCX."""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdfium2
import pytest
from support.oracles import ROOT, require

from reportgen import libreoffice
from reportgen.pdf_engines import CONVERTERS, PdfEngine, by_libreoffice, by_word
from reportgen.pdf_engines.by_libreoffice import dated, pdf_by_libreoffice
from reportgen.pdf_engines.by_word import pdf_by_word
from reportgen.problems import InputError
from reportgen.rendering import Format, render

DOSSIER = ROOT / "examples/toi_thieu/bao_cao.yaml"
MOMENT = datetime(2025, 9, 19, tzinfo=UTC)


def told(error: InputError) -> tuple[str, str]:
    (problem,) = error.problems
    assert problem.hint
    return problem.code, problem.message


def test_every_engine_but_the_usual_one_converts_the_docx() -> None:
    assert set(CONVERTERS) == set(PdfEngine) - {PdfEngine.WEASYPRINT}


def test_libreoffice_gives_the_same_text_tagged_and_the_same_bytes_each_time() -> None:
    require("soffice")
    first, second = (
        render(DOSSIER, [Format.PDF, Format.DOCX], engine=PdfEngine.LIBREOFFICE) for _ in range(2)
    )
    data = first.files[Format.PDF]
    assert data == second.files[Format.PDF]
    assert first.files[Format.DOCX] == render(DOSSIER, [Format.DOCX]).files[Format.DOCX]
    assert first.remarks == ("PDF chuyển từ DOCX bằng LibreOffice",)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.CreationDate).startswith("D:20251102")
    assert text_of(data) == text_of(render(DOSSIER, [Format.PDF]).files[Format.PDF])


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return sorted(" ".join(texts).replace("\u00ad", "").split())


def test_dating_a_file_changes_no_length_and_leaves_what_is_not_a_date() -> None:
    pdf = (
        b"%PDF-1.7\nD:20261122112037Z <60A3F0C5832D1305B0FF7DD651CEFB14>\n"
        b"/CreationDate(D:20261122112037Z')>>\ntrailer\n/ID [ <60A3F0C5832D1305B0FF7DD651CEFB14>\n"
        b"<60A3F0C5832D1305B0FF7DD651CEFB14> ]\n/DocChecksum /4CDAFADA630853AECEDE8044A15D6F55\n"
        b"%%EOF"
    )
    found = dated(pdf, MOMENT)
    assert len(found) == len(pdf)
    assert found.startswith(pdf[: pdf.index(b"/CreationDate")])
    assert b"/CreationDate(D:20250919000000Z')" in found
    assert found.count(found[found.index(b"/ID [ <") + 7 :][:32]) == 3
    assert dated(found, MOMENT) == found


def test_without_libreoffice_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError) as caught:
        pdf_by_libreoffice(b"", MOMENT, 1)
    assert told(caught.value) == ("PD010", "máy này không có LibreOffice để tạo PDF")


@pytest.mark.parametrize(
    ("script", "code"), [("sleep 60", "PD011"), ("exit 0", "PD012"), ("exit 1", "PD012")]
)
def test_a_libreoffice_that_hangs_or_makes_nothing_is_ended_and_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, code: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: str(program))
    with pytest.raises(InputError) as caught:
        pdf_by_libreoffice(b"", MOMENT, 0.5)
    assert told(caught.value)[0] == code


def test_word_is_asked_for_only_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(InputError) as caught:
        pdf_by_word(b"", MOMENT, 1)
    assert told(caught.value) == ("PD013", "chỉ gọi được Word trên Windows")


class StandInForWord:
    """What the object model of Word is asked for, written down; no Word."""

    def __init__(self, pdf: bytes | None) -> None:
        self.asked: list[str] = []
        self.pdf = pdf
        self.Documents = SimpleNamespace(Open=self.open)

    def open(self, file: str, **settings: Any) -> Any:
        self.asked.append(f"Open {Path(file).read_bytes()!r} {sorted(settings.items())}")
        return SimpleNamespace(ExportAsFixedFormat=self.export, Close=self.close)

    def export(self, **settings: Any) -> None:
        if self.pdf is not None:
            Path(settings["OutputFileName"]).write_bytes(self.pdf)
        self.asked.append(f"Export {settings['ExportFormat']}")

    def close(self, saving: int) -> None:
        self.asked.append(f"Close {saving}")

    def Quit(self) -> None:  # noqa: N802  (Word's name)
        self.asked.append("Quit")


@pytest.mark.parametrize("pdf", [b"%PDF", None])
def test_word_is_closed_whether_or_not_it_made_a_file(
    monkeypatch: pytest.MonkeyPatch, pdf: bytes | None
) -> None:
    word = StandInForWord(pdf)
    monkeypatch.setattr(by_word, "_client", lambda: SimpleNamespace(DispatchEx=lambda _: word))
    if pdf is None:
        with pytest.raises(InputError) as caught:
            pdf_by_word(b"docx", MOMENT, 1)
        assert told(caught.value)[0] == "PD014"
    else:
        assert pdf_by_word(b"docx", MOMENT, 1) == pdf
    assert word.asked == [
        "Open b'docx' [('AddToRecentFiles', False), ('ReadOnly', True)]",
        "Export 17",
        "Close 0",
        "Quit",
    ]


def test_the_settings_of_the_export_are_such_as_libreoffice_reads() -> None:
    kind, name, settings = by_libreoffice._TARGET.split(":", 2)
    assert (kind, name) == ("pdf", "writer_pdf_Export")
    assert settings.count("{") == settings.count("}") == 3
