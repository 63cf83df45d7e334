"""What a dossier still lacks: figures by department, texts by block, number, date, deadline."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli.main import run

PROFILE = """\
co_quan_ban_hanh: SỞ Y TẾ
ten_goi: Sở Y tế
dia_danh: Khánh Hòa
ky_hieu: BC-SYT
nguoi_ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A}
noi_nhan: [UBND tỉnh]
"""
SETTINGS = "ten: thu\nten_loai: BÁO CÁO\ndanh_so: [I.]\ntrich_yeu: Kết quả {{ ky | thang }}\n"
WORDING = """\
{% block ket_qua %}
# Kết quả:
Đạt {{ ct.kham | so }} lượt{% block chen %}{% endblock %}.
{% endblock %}

{% block kho_khan %}
# Khó khăn

Không có.
{% endblock %}
"""
DONE = "mau: thu\nso: 5\nngay: 20/10/2025\nky: 10/2025\n"
StatusOf = Callable[..., tuple[int, str]]
FIGURES = "ma,ten,thuc_hien,tong_so,ky_truoc,nguon,don_vi_nop\n"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "don_vi.yaml": PROFILE,
        "mau/thu/mau.yaml": SETTINGS,
        "mau/thu/noi_dung.md": WORDING,
        "chi_tieu.csv": FIGURES + "kham,Lượt khám,5,,,,\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "bao_cao.yaml"


@pytest.fixture
def status(dossier: Path, capsys: pytest.CaptureFixture[str]) -> StatusOf:
    """Run the command on a dossier's text; gives its exit status and what it prints."""

    def status_of(text: str, figures: str = "", *more: str) -> tuple[int, str]:
        dossier.write_text(text, encoding="utf-8")
        if figures:
            dossier.with_name("chi_tieu.csv").write_text(FIGURES + figures, encoding="utf-8")
        code = run(["status", "bao_cao.yaml", "--hom-nay", "15/10/2025", *more])
        return code, capsys.readouterr().out

    return status_of


def test_a_dossier_that_has_everything_is_complete(status: StatusOf) -> None:
    assert status(DONE) == (
        0,
        "bao_cao.yaml, kỳ 01/10/2025 – 31/10/2025: xong 100%.\n"
        "Đã đủ số liệu và lời văn; không còn lỗi.\n",
    )


def test_figures_are_told_by_department(status: StatusOf) -> None:
    code, text = status(
        DONE,
        "kham,Lượt khám,,9.000,8.000,Sở A,Bệnh viện tỉnh; Trung tâm B\n"
        'the,Thẻ,,,"90,31%",Bảo hiểm xã hội,\nkhac,,,,3,,\nco,Có rồi,1,2,,Sở A,\n',
    )
    assert code == 1
    assert "\nSố liệu chưa có: 3\n" in text
    for words in (
        "  Bệnh viện tỉnh (1)\n    chi_tieu.csv:2: kham – Lượt khám (kỳ trước 8.000)\n",
        "  Trung tâm B (1)\n    chi_tieu.csv:2: kham – Lượt khám (kỳ trước 8.000)\n",
        "  Bảo hiểm xã hội (1)\n    chi_tieu.csv:3: the – Thẻ (kỳ trước 90,31%)\n",
        "  chưa rõ đơn vị (1)\n    chi_tieu.csv:4: khac (kỳ trước 3)\n",
        "\nTổng số giữ từ kỳ trước, cần xác nhận: 1\n  chi_tieu.csv:2: kham – Lượt khám: 9.000\n",
    ):
        assert words in text
    assert "Lỗi phải sửa" not in text


def test_a_figure_that_is_only_a_total_keeps_nothing_back(status: StatusOf) -> None:
    code, text = status(DONE, "kham,Lượt khám,5,,,,\ndan_so,Dân số,,2.000,,,\n")
    assert (code, "cần xác nhận: 1" in text) == (0, True)


def test_a_total_whose_value_is_printed_is_missed(status: StatusOf) -> None:
    code, text = status(DONE, "kham,Lượt khám,,2.000,,,\n")
    assert code == 1
    assert "Số liệu chưa có: 1\n" in text
    assert "Lỗi phải sửa" not in text


def test_a_computed_figure_waits_for_nobody(status: StatusOf, dossier: Path) -> None:
    table = "ma,thuc_hien,ky_truoc,cong_thuc\na,,3,\nkham,,,a * 2\n"
    dossier.with_name("chi_tieu.csv").write_text(table, encoding="utf-8")
    code, text = status(DONE)
    assert code == 1
    assert "Số liệu chưa có: 1\n  chưa rõ đơn vị (1)\n    chi_tieu.csv:2: a (kỳ trước 3)\n" in text
    assert "Lỗi phải sửa" not in text


def test_texts_that_wait_are_told_with_their_titles(status: StatusOf) -> None:
    code, text = status(
        f"{DONE}noi_dung:\n  ket_qua: |\n  #   lời cũ\n\n"
        "  # chen: |\n  #   ^[chú]\n\n  kho_khan: | # lời cũ\n"
    )
    assert code == 1
    assert text.split("\n", 2)[2] == (
        "Lời văn chưa viết: 3\n"
        "  bao_cao.yaml:6:3: ket_qua – Kết quả; lời kỳ trước ở đó, sau dấu #\n"
        "  bao_cao.yaml:9:3: chen – trong mục “Kết quả”; lời kỳ trước ở đó, sau dấu #\n"
        "  bao_cao.yaml:12:3: kho_khan – Khó khăn; lời kỳ trước ở đó, sau dấu #\n"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "kho_khan:",
        "kho_khan: Có.",
        'kho_khan: ""',
        "kho_khan: {bo: true}",
        "# chen: |",
        "# kho_khan là mục cuối: viết sau",
        "kho_khan: |\n    Có.\n  #   lời cũ",
    ],
)
def test_what_says_nothing_on_purpose_is_written(status: StatusOf, typed: str) -> None:
    assert status(f"{DONE}noi_dung:\n  {typed}\n")[0] == 0


def test_texts_under_a_title_and_added_ones_wait_too(status: StatusOf) -> None:
    code, text = status(
        f"{DONE}noi_dung:\n  kho_khan:\n    tieu_de: Vướng mắc\n    thay: |\n"
        "    #   lời cũ\n  ket_qua:\n    them: |\n"
    )
    assert code == 1
    assert "bao_cao.yaml:8:5: kho_khan – Vướng mắc; lời kỳ trước ở đó, sau dấu #\n" in text
    assert "bao_cao.yaml:11:5: ket_qua – Kết quả\n" in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("so: 5", "so:", "bao_cao.yaml:2:4: số văn bản"),
        ("ngay: 20/10/2025", "ngay: 10/2025", "bao_cao.yaml:3:7: ngày ban hành (mới ghi tháng)"),
        ("ngay: 20/10/2025", "ngay:", "ngày ban hành\n"),
        ("ky:", "ghi_de_don_vi: {nguoi_ky: {ho_ten: …}}\nky:", "họ tên người ký"),
    ],
)
def test_number_date_and_signer_are_missed(status: StatusOf, old: str, new: str, told: str) -> None:
    code, text = status(DONE.replace(old, new))
    assert code == 1
    assert "\nCòn để trống: 1\n" in text
    assert told in text


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("20/10/2025", "Hạn nộp 20/10/2025, còn 5 ngày."),
        ("15/10/2025", "Hạn nộp 15/10/2025, là hôm nay."),
        ("12/10/2025", "Hạn nộp 12/10/2025, đã quá 3 ngày."),
        ("10/2025", "Hạn nộp 31/10/2025, còn 16 ngày."),
    ],
)
def test_days_are_counted_to_the_deadline(status: StatusOf, due: str, told: str) -> None:
    assert told in status(f"{DONE}han_nop: {due}\n")[1].splitlines()


def test_a_note_without_words_is_missed(status: StatusOf) -> None:
    code, text = status(f"{DONE}noi_dung:\n  kho_khan: Thiếu người[^a].\n")
    assert code == 1
    assert "\nChú thích chưa đủ: 1\n" in text


def test_errors_are_told_beside_what_is_missing(status: StatusOf) -> None:
    code, text = status(DONE, "kham,Lượt khám,,,8,,\nsai,Sai,nhiều,,,,\n")
    assert code == 1
    assert "Số liệu chưa có: 1\n" in text
    assert "\nLỗi phải sửa: 1\n  chi_tieu.csv:3" in text


def test_the_share_is_rounded_down(status: StatusOf) -> None:
    rows = "".join(f"a{number},,1,,,,\n" for number in range(150))
    code, text = status(DONE.replace("so: 5", "so:"), f"kham,,5,,,,\n{rows}")
    assert (code, "xong 99%, còn 1 việc." in text) == (1, True)


def test_json_says_the_same(status: StatusOf) -> None:
    code, text = status(
        f"{DONE}han_nop: 20/10/2025\nnoi_dung:\n  kho_khan: |\n",
        "kham,Lượt khám,,9,8,,Sở A\n",
        "--format",
        "json",
    )
    told = json.loads(text)
    assert (code, told["xong"], told["con_thieu"], told["con_ngay"]) == (1, False, 2, 5)
    assert told["so_lieu_thieu"] == [
        {"ma": "kham", "ten": "Lượt khám", "don_vi": ["Sở A"], "cho": "chi_tieu.csv:2"}
    ]
    assert told["can_xac_nhan"] == [{"ma": "kham", "tong_so": "9", "cho": "chi_tieu.csv:2"}]
    assert told["loi_van"][0]["khoi"] == "kho_khan"


def test_a_dossier_that_cannot_be_read_is_an_error(status: StatusOf) -> None:
    assert status("mau: [x\n") == (1, "")


def test_a_day_that_is_none_is_refused(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier.write_text(DONE, encoding="utf-8")
    assert run(["status", "bao_cao.yaml", "--hom-nay", "31/9/2025"]) == 2
    assert "--hom-nay" in capsys.readouterr().err


def test_a_table_that_is_still_last_periods_is_to_be_looked_at(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "phu_luc: [{tieu_de: Danh sách, bang: danh_sach.csv}]\nbang: {tinh: tinh.csv}\n"
    tables = {"danh_sach.csv": "TT,Tên\n1,Xã A\n", "tinh.csv": "Tên,Số\nXã A,1\n"}
    for folder, month in (("2025-09", "9"), ("2025-10", "10")):
        here = dossier.parent / folder
        here.mkdir()
        (here / "bao_cao.yaml").write_text(
            f"mau: thu\nso: 5\nngay: 20/{month}/2025\nky: {month}/2025\n{text}", encoding="utf-8"
        )
        (here / "chi_tieu.csv").write_text("ma,thuc_hien\nkham,5\n", encoding="utf-8")
        for name, rows in tables.items():
            (here / name).write_text(rows, encoding="utf-8")
    path = "2025-10/bao_cao.yaml"
    run(["status", path])
    told = capsys.readouterr().out
    assert f"\nBảng còn nguyên như kỳ trước, cần xem lại: 2\n  {path}:5" in told
    (dossier.parent / "2025-10/tinh.csv").write_text("Tên,Số\nXã A,2\n", encoding="utf-8")
    run(["status", path, "--format", "json"])
    kept = json.loads(capsys.readouterr().out)["bang_con_nguyen"]
    assert [one["tep"] for one in kept] == ["danh_sach.csv"]
    run(["status", "2025-09/bao_cao.yaml"])
    assert "Bảng còn nguyên" not in capsys.readouterr().out
