"""The real documents and the examples, read back by programs that are not ours."""

import io
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from support import oracles
from support.readers import docx_footnotes, mammoth_html, mammoth_text, pdf_pages, words

from reportgen.rendering import Format, Rendered, render

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
REPORTS = {
    "khanh_hoa_2025-09": ROOT / "data/khanh_hoa/2025-09/bao_cao.yaml",
    "khanh_hoa_2023-12": ROOT / "data/khanh_hoa/2023-12/bao_cao.yaml",
    "khanh_hoa_2025-08": ROOT / "data/khanh_hoa/2025-08/cong_van.yaml",
    "lao_cai_2025-q4": ROOT / "data/lao_cai/2025-q4/ke_hoach.yaml",
}
# examples/van_ban, one document of each kind, has tests of its own.
EXAMPLES = {
    path.parent.name: path
    for path in sorted(ROOT.glob("examples/*/bao_cao.yaml"))
    if path.parent.name != "van_ban"
} | {
    path.stem: path
    for path in sorted(ROOT.glob("examples/nhiem_vu_theo_co_quan/*.yaml"))
    if path.name != "don_vi.yaml"
}
for _name in ("bieu_do", "bang_so_sanh"):
    EXAMPLES[_name] = ROOT / f"examples/{_name}/2025-09/bao_cao.yaml"
NOTES = {
    "khanh_hoa_2025-09": 30,
    "khanh_hoa_2023-12": 11,
    "khanh_hoa_2025-08": 2,
    "lao_cai_2025-q4": 0,
}
ALL = {**REPORTS, **EXAMPLES}

every_document = pytest.mark.parametrize("name", ALL)
every_report = pytest.mark.parametrize("name", REPORTS)


@cache
def rendered(name: str) -> Rendered:
    return render(ALL[name], tuple(Format))


def data(name: str, kind: Format) -> bytes:
    return rendered(name).files[kind]


@pytest.fixture
def docx(name: str, tmp_path: Path) -> Path:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(data(name, Format.DOCX))
    return path


@every_document
def test_the_wording_is_the_one_last_read(name: str, golden) -> None:
    text = data(name, Format.MARKDOWN).decode("utf-8")
    assert text == golden(GOLDEN / f"{name}.md", text)


@every_document
def test_nothing_is_left_to_warn_of(name: str) -> None:
    assert rendered(name).warnings == ()


@every_report
def test_all_notes_are_native_and_read_by_others(name: str) -> None:
    notes = docx_footnotes(data(name, Format.DOCX))
    assert len(notes) == NOTES[name]
    html = mammoth_html(data(name, Format.DOCX))
    calls = re.findall(r'href="#footnote-\d+" id="footnote-ref-\d+">\[(\d+)\]', html)
    assert calls == [str(number) for number in range(1, NOTES[name] + 1)]


@every_document
def test_the_pdf_has_every_word_of_the_docx(name: str) -> None:
    wanted = words(mammoth_text(data(name, Format.DOCX)))
    printed = words(" ".join(pdf_pages(data(name, Format.PDF))))
    assert wanted - printed == Counter()


@every_document
def test_both_ooxml_validators_accept_the_docx(name: str, docx: Path) -> None:
    assert oracles.openxml_audit_findings(docx) == ""
    assert oracles.ooxml_validator_findings(docx) == ""


@every_document
def test_libreoffice_opens_the_docx_and_prints_every_word(
    name: str, docx: Path, tmp_path: Path
) -> None:
    pdf = oracles.libreoffice_pdf(docx, tmp_path)
    printed = words(" ".join(pdf_pages(pdf.read_bytes())))
    wanted = words(" ".join(pdf_pages(data(name, Format.PDF))))
    assert sum((wanted - printed).values()) <= 0.01 * sum(wanted.values())


@every_document
def test_the_pdf_says_what_it_is(name: str) -> None:
    with pikepdf.open(io.BytesIO(data(name, Format.PDF))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "3U"
        assert str(pdf.Root.Lang).startswith("vi")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.docinfo.Title
        fonts = [
            font
            for font in pdf.objects
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        for font in fonts:
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())
