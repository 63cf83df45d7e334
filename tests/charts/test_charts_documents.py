"""Charts in whole documents: from the folders beside the dossier to Word and PDF."""

import io
import shutil
from pathlib import Path

import pikepdf
import pytest

from reportgen.building import build
from reportgen.document import read_draft
from reportgen.document.tree import Paragraph, Picture, Text
from reportgen.drafting.draft import Draft
from reportgen.problems import InputError
from reportgen.rendering import Format, render

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/bieu_do"
NEXT = """
mau: bao_cao_thang
ky: 9/2025
noi_dung:
  chi_dao:
  dich_vu_cong: |
    {{ ct.tiep_nhan | bieu_do }}
  tien_ich:
  cong_dan_so:
  lam_sach:
"""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example's folder, to be changed."""
    return shutil.copytree(EXAMPLE, tmp_path / "bieu_do")


def pictures(path: Path) -> list[Picture]:
    return [block for block in build(path).document.body if isinstance(block, Picture)]


def test_each_chart_of_the_pdf_is_a_figure_that_gives_its_numbers() -> None:
    data = render(EXAMPLE / "2025-09/bao_cao.yaml", [Format.PDF]).files[Format.PDF]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        told = [str(one.Alt) for one in dictionaries if one.get("/S") == "/Figure"]
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "3U"
    assert len(told) == 3
    assert all("tháng 6/2025 không có số liệu" in one for one in told)
    assert any("tháng 9/2025 52.310" in one for one in told)


def test_the_same_charts_give_the_same_word_file() -> None:
    path = EXAMPLE / "2025-09/bao_cao.yaml"
    assert render(path, [Format.DOCX]) == render(path, [Format.DOCX])


def test_in_the_first_month_there_is_no_chart_yet_and_the_report_goes_out(example: Path) -> None:
    for folder in ("2025-04", "2025-05", "2025-07", "2025-08"):
        shutil.rmtree(example / folder)
    path = example / "2025-09/bao_cao.yaml"
    path.write_text(NEXT, encoding="utf-8")
    built = build(path)
    assert not [block for block in built.document.body if isinstance(block, Picture)]
    (warning,) = built.warnings
    assert warning.code == "BD002"
    assert warning.message.endswith("mới có số liệu của tháng 9/2025, cần ít nhất hai kỳ")
    assert warning.place is not None
    assert (Path(warning.place.file).name, warning.place.line) == ("bao_cao.yaml", 7)


def test_a_past_month_with_errors_is_left_out_with_a_warning(example: Path) -> None:
    (example / "2025-08/chi_tieu.csv").write_text("ma,thuc_hien\ntiep_nhan,năm\n", encoding="utf-8")
    path = example / "2025-09/bao_cao.yaml"
    path.write_text(NEXT, encoding="utf-8")
    (warning,) = build(path).warnings
    assert warning.code == "BD003"
    assert "2025-08" in str(warning.place)
    assert "tháng 8/2025 không có số liệu" in pictures(path)[0].alternative


def test_a_document_without_a_period_has_no_past_to_show(example: Path) -> None:
    path = example / "2025-09/bao_cao.yaml"
    text = NEXT.replace("mau: bao_cao_thang", "mau: van_ban\nloai: bao_cao\ntrich_yeu: Số liệu")
    text = text.replace("ky: 9/2025\n", "")
    body = "  toan_van: |\n    Số liệu:\n\n    {{ ct.tiep_nhan | bieu_do }}\n"
    path.write_text(text.partition("noi_dung:\n")[0] + "noi_dung:\n" + body, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        build(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place and problem.place.line) == ("BD001", 9)


@pytest.mark.parametrize(
    "text",
    [
        "Xem {{ ct.tiep_nhan | bieu_do }} dưới đây.",
        "## {{ ct.tiep_nhan | bieu_do }}",
        "| Cột |\n    |---|\n    | {{ ct.tiep_nhan | bieu_do }} |",
        "Số liệu[^a].\n\n    [^a]: Xem hình.\n\n        {{ ct.tiep_nhan | bieu_do }}",
    ],
)
def test_a_chart_among_other_words_is_told_with_its_line(example: Path, text: str) -> None:
    path = example / "2025-09/bao_cao.yaml"
    path.write_text(NEXT.replace("{{ ct.tiep_nhan | bieu_do }}", text), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        build(path)
    (problem,) = caught.value.problems
    lines = path.read_text(encoding="utf-8").split("\n")
    assert problem.code == "MA033"
    assert problem.place is not None
    assert "bieu_do" in lines[(problem.place.line or 0) - 1]


def test_a_chart_stands_in_an_appendix_and_in_a_template_too(example: Path) -> None:
    template = example / "mau/rieng"
    template.mkdir(parents=True)
    (template / "mau.yaml").write_text(
        "ten_loai: BÁO CÁO\ntrich_yeu: Số liệu\n"
        "cong_thuc:\n  con_lai: {bieu_thuc: tiep_nhan - giai_quyet}\n",
        encoding="utf-8",
    )
    wording = "Số còn lại (Phụ lục kèm theo):\n\n{{ ct.con_lai | bieu_do }}\n"
    (template / "noi_dung.md").write_text(wording, encoding="utf-8")
    for folder in ("2025-08", "2025-09"):
        (example / folder / "bao_cao.yaml").write_text(
            f"mau: rieng\nky: {int(folder[-2:])}/2025\nphu_luc:\n  - tieu_de: BIỂU ĐỒ\n"
            "    noi_dung: |\n      {{ ct.tiep_nhan | bieu_do }}\n",
            encoding="utf-8",
        )
    document = build(example / "2025-09/bao_cao.yaml").document
    (left,) = [block for block in document.body if isinstance(block, Picture)]
    assert left.alternative.endswith("tháng 8/2025 1.752; tháng 9/2025 1.103")
    (appended,) = [one for one in document.appendices[0].blocks if isinstance(one, Picture)]
    assert appended.caption == (Text("Biểu đồ 2. Hồ sơ tiếp nhận trực tuyến", italic=True),)


def test_a_line_like_a_charts_that_nobody_asked_for_stays_as_typed() -> None:
    (block,) = read_draft(Draft("", "", "", "![](bieu-do-1)", ())).body
    assert block == Paragraph((Text("![](bieu-do-1)"),))
