"""The next period's files: dates moved on, figures gone to last period, text made comments."""

import difflib
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from reportgen.cli.files import write_new
from reportgen.cli.main import run
from reportgen.dossier import Dossier, load_dossier
from reportgen.problems import InputError

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(
    path.relative_to(ROOT)
    for path in (ROOT / "examples").glob("*/*.yaml")
    if path.name != "don_vi.yaml"
)
REAL = [
    ("data/khanh_hoa/2023-12/bao_cao.yaml", "2024-01", "01/2024"),
    ("data/khanh_hoa/2025-08/cong_van.yaml", "2025-11", "11/2025"),
    ("data/khanh_hoa/2025-09/bao_cao.yaml", "2025-10", "10/2025"),
    ("data/khanh_hoa/2025-q4/ke_hoach.yaml", "2026-q1", "01/2026"),
    ("data/lao_cai/2025-09/bao_cao.yaml", "2025-10", "10/2025"),
    ("data/lao_cai/2025-q4/ke_hoach.yaml", "2026-q1", "01/2026"),
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data and the examples to write in."""
    for name in ("data", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(dossier: Path | str, *more: str) -> int:
    template = load_dossier(Path(dossier)).dossier.mau
    return run(["new", template, "--from", str(dossier), *more])


def loaded(path: Path | str) -> Dossier:
    return load_dossier(Path(path)).dossier


@pytest.mark.parametrize(("path", "folder", "month"), REAL)
def test_a_real_dossier_goes_on_to_the_next_period(
    here: Path, path: str, folder: str, month: str
) -> None:
    before = loaded(path)
    period = ["--ky", folder] if before.ky is None else []
    assert new(path, *period) == 0
    after = loaded(here / Path(path).parents[1] / folder / Path(path).name)
    issued = after.ngay
    assert issued is not None
    assert (after.so, issued.day, f"{issued.month}/{issued.year}") == (
        None,
        None,
        month.lstrip("0"),
    )
    assert (after.ky is None) == (before.ky is None)
    assert after.profile == before.profile
    for code, figure in after.indicators.items():
        assert figure.thuc_hien is None
        assert figure.ky_truoc == before.indicators[code].thuc_hien
        assert figure.tong_so == before.indicators[code].tong_so
        assert (figure.ten, figure.nguon) == (
            before.indicators[code].ten,
            before.indicators[code].nguon,
        )
    assert list(after.indicators) == list(before.indicators)
    assert [one.table for one in after.phu_luc] != [None] or not before.phu_luc
    kept = {key for key, section in before.noi_dung.items() if section.bo or section.khong_co}
    assert kept <= set(after.noi_dung)
    assert not any(one.thay or one.them for one in after.noi_dung.values())


@pytest.mark.parametrize("path", EXAMPLES, ids=str)
def test_every_example_goes_on_and_loads(here: Path, path: Path) -> None:
    before = loaded(path)
    assert new(path, "--ky", "2026-03", "--output", "ra/ky_sau") == 0
    after = loaded(here / "ra/ky_sau" / path.name)
    assert after.profile == before.profile
    assert [one.bang for one in after.phu_luc] == [one.bang for one in before.phu_luc]


@pytest.mark.parametrize(("path", "folder", "_month"), REAL)
def test_all_other_lines_stay_as_they_were_typed(
    here: Path, path: str, folder: str, _month: str
) -> None:
    assert new(path, "--ky", folder) == 0
    before = Path(path).read_text(encoding="utf-8").splitlines()
    after = (here / Path(path).parents[1] / folder / Path(path).name).read_text(encoding="utf-8")
    differ = difflib.ndiff(before, after.splitlines())
    moved = ("so:", "ngay:", "ky:", "tu:", "den:", "dong_ky:", "- tieu_de:", "don_vi:")
    for line in differ:
        typed = line[2:].strip()
        if line.startswith("+ "):
            assert typed.startswith(("# ", *moved)) or "| # " in typed, line


def test_comments_and_blank_lines_stay_and_text_can_be_uncommented(here: Path) -> None:
    path = "data/khanh_hoa/2025-09/bao_cao.yaml"
    assert new(path) == 0
    before = Path(path).read_text(encoding="utf-8")
    after = (here / "data/khanh_hoa/2025-10/bao_cao.yaml").read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if not line.strip()] == [
        line for line in before.splitlines() if not line.strip()
    ]
    head, *old = [line for line in before.splitlines() if line.startswith(("#", "  # "))]
    lines = after.splitlines()
    assert lines[0] == head.replace("tháng 9/2025", "tháng 10/2025")
    assert all(line in lines for line in old)
    moved = {0, 3, 4, 6, 7}
    for number, line in enumerate(before.splitlines()):
        assert line in (lines[number], lines[number].replace("# ", "", 1)) or number in moved


def test_the_head_of_a_first_dossier_moves_on_with_it(here: Path) -> None:
    first = here / "data/lao_cai/2027-12/cong_van.yaml"
    assert run(["new", "cong_van", "--don-vi", "lao_cai", "--ky", "2027-12"]) == 0
    assert first.read_text(encoding="utf-8").startswith("# Hồ sơ kỳ 12/2027, theo mẫu cong_van.")
    first.write_text(first.read_text(encoding="utf-8").replace("trich_yeu:\n", "trich_yeu: thử\n"))
    assert new(first) == 0
    next_one = here / "data/lao_cai/2028-01/cong_van.yaml"
    assert next_one.read_text(encoding="utf-8").startswith("# Hồ sơ kỳ 01/2028, theo mẫu cong_van.")


@pytest.mark.parametrize("indent", ["", "  "])
def test_places_left_alone_wait_as_comments(here: Path, indent: str) -> None:
    path = here / "data/lao_cai/2025-09/bao_cao.yaml"
    entries = ["- ma: SL010", "  ly_do: theo Bộ", "# hỏi lại", "- ma: SL011", "  ly_do: như trên"]
    lines = [line if line.startswith("#") else indent + line for line in entries]
    block = "\n".join(["bo_qua:", *lines, "# hết"])
    typed = path.read_text(encoding="utf-8")
    path.write_text(typed.replace("\nnoi_dung:", f"\n{block}\nnoi_dung:", 1), encoding="utf-8")
    assert new(path) == 0
    after = (here / "data/lao_cai/2025-10/bao_cao.yaml").read_text(encoding="utf-8")
    waiting = [f"# {line}" for line in ("bo_qua:", *lines)]
    assert "\n".join([*waiting, "# hết", "noi_dung:"]) in after
    assert not loaded(here / "data/lao_cai/2025-10/bao_cao.yaml").bo_qua


def test_titles_that_name_the_period_name_the_next(here: Path) -> None:
    assert new("data/khanh_hoa/2023-12/bao_cao.yaml") == 0
    text = (here / "data/khanh_hoa/2024-01/bao_cao.yaml").read_text(encoding="utf-8")
    assert "\nky: 01/2024\n" in text
    assert "\ndong_ky: (Tháng 01/2024)\n" in text
    assert "giai đoạn 2022-2025" in text
    assert new("data/lao_cai/2025-q4/ke_hoach.yaml") == 0
    plan = (here / "data/lao_cai/2026-q1/ke_hoach.yaml").read_text(encoding="utf-8")
    assert "\nky: quý I/2026\n" in plan
    assert plan.count("QUÝ I NĂM 2026") == 3


def test_the_newest_dossier_of_the_template_is_taken(here: Path) -> None:
    assert run(["new", "bao_cao_thang", "--don-vi", "khanh_hoa", "--ky", "2025-10"]) == 0
    figures = loaded(here / "data/khanh_hoa/2025-10/bao_cao.yaml").indicators
    assert figures["checkin_vneid"].ky_truoc == 1103
    assert run(["new", "bao_cao_thang", "--don-vi", "Khánh Hòa"]) == 0
    later = loaded(here / "data/khanh_hoa/2025-11/bao_cao.yaml")
    assert later.ky is not None
    assert f"{later.ky.tu:%d/%m}-{later.ky.den:%d/%m}" == "16/10-15/11"
    assert later.indicators["checkin_vneid"].ky_truoc is None


def test_a_newest_dossier_that_cannot_be_read_is_told_not_passed_over(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "data/khanh_hoa/2025-10/bao_cao.yaml", "mau: bao_cao_thang\nky: [10/2025\n")
    assert run(["new", "bao_cao_thang", "--don-vi", "khanh_hoa", "--ky", "2025-11"]) == 1
    assert "data/khanh_hoa/2025-10/bao_cao.yaml" in capsys.readouterr().err
    assert not (here / "data/khanh_hoa/2025-11").exists()


def test_an_earlier_month_is_made_of_what_was_before_it(here: Path) -> None:
    arguments = ["new", "bao_cao_thang", "--don-vi", "khanh_hoa", "--ky", "2024-02"]
    assert run([*arguments, "--output", "thu"]) == 0
    dossier = loaded(here / "thu/bao_cao.yaml")
    assert any(one.ky_truoc for one in dossier.indicators.values())
    assert dossier.profile_path.parent.name == "2023-12"


def test_another_folder_gets_paths_that_lead_back(here: Path) -> None:
    assert new("examples/chu_thich/bao_cao.yaml", "--output", "xa/lam/roi") == 0
    text = (here / "xa/lam/roi/bao_cao.yaml").read_text(encoding="utf-8")
    assert "don_vi: ../../../examples/toi_thieu/don_vi.yaml\n" in text
    assert new("data/khanh_hoa/2025-09/bao_cao.yaml", "--output", "thu") == 0
    text = (here / "thu/bao_cao.yaml").read_text(encoding="utf-8")
    assert "mau: bao_cao_thang\ndon_vi: ../data/khanh_hoa/don_vi.yaml\nso:\n" in text


def test_nothing_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = here / "data/khanh_hoa/2025-10/chi_tieu.csv"
    there.parent.mkdir()
    there.write_text("của tôi", encoding="utf-8")
    assert new("data/khanh_hoa/2025-09/bao_cao.yaml") == 1
    assert "data/khanh_hoa/2025-10/chi_tieu.csv: lỗi [TE003]" in capsys.readouterr().err
    assert [path.name for path in there.parent.iterdir()] == ["chi_tieu.csv"]
    assert there.read_text(encoding="utf-8") == "của tôi"


def test_of_many_files_that_are_there_already_only_the_first_are_named(here: Path) -> None:
    first = {Path(f"bieu/{number}.xlsx"): b"x" for number in range(20)}
    write_new(first)
    with pytest.raises(InputError) as caught:
        write_new(dict.fromkeys(first, b"y"))
    told = [one.message for one in caught.value.problems]
    assert len(told) == 5
    assert any("còn 16 tệp khác" in one for one in told)


def test_a_dossier_with_errors_is_told_and_nothing_is_made(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "data/khanh_hoa/2025-09/chi_tieu.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",64,64,", ",64 xã,64,"), "utf-8")
    assert run(["new", "bao_cao_thang", "--don-vi", "khanh_hoa"]) == 1
    assert "CT015" in capsys.readouterr().err
    assert not (here / "data/khanh_hoa/2025-10").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["bao_cao_thang"], 2, "--don-vi"),
        (["bao_cao_thang", "--don-vi", "khanh_hoa", "--ky", "tháng sau"], 2, "2025-10"),
        (["bao_cao_thang", "--don-vi", "khanh_hoaa"], 1, "“khanh_hoa”"),
        (["cong_van", "--from", "data/khanh_hoa/2025-09/bao_cao.yaml"], 1, "KM002"),
        (["van_ban", "--don-vi", "khanh_hoa"], 1, "KM003"),
        (["bao_cao_thag", "--don-vi", "khanh_hoa", "--ky", "2025-10"], 1, "bao_cao_thang"),
        (["bao_cao_thag", "--don-vi", "khanh_hoa"], 1, "bao_cao_thang"),
        (["bao_cao_thang", "--don-vi", "khanh_hoa", "--ky", "31/12/9999-31/12/9999"], 1, "9999"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    words: str,
) -> None:
    before = sorted(here.rglob("*"))
    assert run(["new", *arguments]) == status
    assert words in capsys.readouterr().err
    assert sorted(here.rglob("*")) == before


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def minimal(here: Path, dossier: str, figures: str = "") -> Path:
    """A dossier beside the smallest example's profile."""
    shutil.copy(here / "examples/toi_thieu/don_vi.yaml", here / "don_vi.yaml")
    if figures:
        write(here / "2025-09/chi_tieu.csv", figures)
    return write(here / "2025-09/bao_cao.yaml", "mau: bao_cao_thang\n" + dossier)


def test_windows_line_ends_and_the_utf8_mark_stay(here: Path) -> None:
    path = minimal(here, "ky: 9/2025\n")
    path.write_bytes("\ufeffmau: bao_cao_thang\r\nso: 8\r\nky: 9/2025\r\n".encode())
    assert new(path) == 0
    data = (here / "2025-10/bao_cao.yaml").read_bytes()
    assert data == "\ufeffmau: bao_cao_thang\r\nso:\r\nky: 10/2025\r\n".encode()


@pytest.mark.parametrize(
    ("typed", "ky", "moved"),
    [
        ("9/2025", None, "10/2025"),
        ("tháng 9 năm 2025", None, "tháng 10 năm 2025"),
        ('"09/2025"', None, '"10/2025"'),
        ("quý IV/2025", None, "quý I/2026"),
        ("2025", None, "2026"),
        ("9/2025", "16/9/2025-15/10/2025", "{tu: 16/9/2025, den: 15/10/2025}"),
        ("{tu: 29/9/2025, den: 5/10/2025}", None, "{tu: 06/10/2025, den: 12/10/2025}"),
        ("{tu: 2025-08-16, den: 2025-09-15}", None, "{tu: 2025-09-16, den: 2025-10-15}"),
    ],
)
def test_a_period_moves_on_as_it_is_typed(
    here: Path, typed: str, ky: str | None, moved: str
) -> None:
    path = minimal(here, f"ky: {typed}\n")
    assert new(path, *(["--ky", ky] if ky else []), "--output", "ra") == 0
    assert (here / "ra/bao_cao.yaml").read_text(encoding="utf-8").splitlines()[-1] == f"ky: {moved}"


@pytest.mark.parametrize(
    ("ky", "due", "moved"),
    [
        ("9/2025", "20/9/2025", "20/10/2025"),
        ("01/2025", "31/01/2025", "28/02/2025"),
        ("9/2025", "9/2025", "10/2025"),
        ("{tu: 29/9/2025, den: 5/10/2025}", "06/10/2025", "13/10/2025"),
    ],
)
def test_the_deadline_moves_on_too(here: Path, ky: str, due: str, moved: str) -> None:
    path = minimal(here, f"ky: {ky}\nhan_nop: {due}  # hạn\n")
    assert new(path, "--output", "ra") == 0
    assert f"han_nop: {moved}  # hạn\n" in (here / "ra/bao_cao.yaml").read_text(encoding="utf-8")


def test_figures_go_to_the_last_period_as_they_were_typed(here: Path) -> None:
    path = minimal(
        here,
        "ky: 9/2025\n",
        "# sở gửi\nma;ten;thuc_hien;tong_so;ghi_chu\n"
        'a;"Một; hai";2.000;3.000;x\nb;Tỷ lệ;90,31%;;\nc;Chỉ tổng;;15;\n',
    )
    assert new(path) == 0
    assert (here / "2025-10/chi_tieu.csv").read_text(encoding="utf-8") == (
        "# sở gửi\nma;ten;thuc_hien;tong_so;ghi_chu;ky_truoc\n"
        'a;"Một; hai";;3.000;x;2.000\nb;Tỷ lệ;;;;90,31%\nc;Chỉ tổng;;15;;\n'
    )


def test_a_source_no_longer_names_the_form_of_last_period(here: Path) -> None:
    path = here / "data/khanh_hoa/2025-09/chi_tieu.csv"
    table = path.read_text(encoding="utf-8")
    path.write_text(
        table.replace(",UBND tỉnh,", ",UBND tỉnh (ubnd_tinh.xlsx); Sở A (so_a.csv),", 1).replace(
            ",Tỉnh ủy,", ",Tỉnh ủy (báo cáo),", 1
        ),
        encoding="utf-8",
    )
    assert new("data/khanh_hoa/2025-09/bao_cao.yaml") == 0
    figures = loaded("data/khanh_hoa/2025-10/bao_cao.yaml").indicators
    assert figures["vb_quyet_dinh"].nguon == "UBND tỉnh; Sở A"
    assert figures["vb_tinh_uy"].nguon == "Tỉnh ủy (báo cáo)"


def test_the_same_period_last_year_is_looked_up(here: Path) -> None:
    header = "ma,thuc_hien,ky_truoc,cung_ky\n"
    path = minimal(here, "ky: 9/2025\n", f"{header}a,5,4,3\nb,50%,,\n")
    write(here / "2024-10/bao_cao.yaml", "mau: bao_cao_thang\nky: 10/2024\n")
    write(here / "2024-10/chi_tieu.csv", "ma,thuc_hien\na,2.500\n")
    assert new(path) == 0
    text = (here / "2025-10/chi_tieu.csv").read_text(encoding="utf-8")
    assert text == f"{header}a,,5,2.500\nb,,50%,\n"


def test_tables_of_other_names_and_folders_come_along(here: Path) -> None:
    path = minimal(here, "ky: 9/2025\nchi_tieu:\n  - so/mot.csv\n  - ../chung.csv\n")
    write(here / "2025-09/so/mot.csv", "ma,thuc_hien\na,1\n")
    write(here / "chung.csv", "ma,thuc_hien\nb,2\n")
    assert new(path) == 0
    text = (here / "2025-10/bao_cao.yaml").read_text(encoding="utf-8")
    assert text.endswith("chi_tieu:\n  - so/mot.csv\n  - chung.csv\n")
    figures = loaded(here / "2025-10/bao_cao.yaml").indicators
    assert {code: one.ky_truoc for code, one in figures.items()} == {"a": 1, "b": 2}
    assert (here / "chung.csv").read_text(encoding="utf-8") == "ma,thuc_hien\nb,2\n"


def test_tables_of_formulas_come_along(here: Path) -> None:
    tables = "bang:\n  tinh: tinh.csv\n  xa: {tep: ../xa.csv}\n"
    path = minimal(
        here, f"ky: 9/2025\n{tables}", "ma,thuc_hien,cong_thuc,ky_truoc\na,1,,\nb,,a / 3,\n"
    )
    write(here / "2025-09/tinh.csv", "Tỉnh,Số\nA,1\n")
    write(here / "xa.csv", "Xã,Số\nB,2\n")
    assert new(path, "--output", "ra/sau") == 0
    assert tables.replace("../xa", "../../xa") in (here / "ra/sau/bao_cao.yaml").read_text("utf-8")
    assert (here / "ra/sau/tinh.csv").read_text(encoding="utf-8") == "Tỉnh,Số\nA,1\n"
    figures = (here / "ra/sau/chi_tieu.csv").read_text(encoding="utf-8")
    assert figures.endswith('\na,,,1\nb,,a / 3,"0,333333"\n')


def test_what_formulas_made_of_tables_is_known_as_last_periods(here: Path) -> None:
    path = here / "examples/so_sanh_vung/bao_cao.yaml"
    before = loaded(path).indicators
    assert new(path, "--output", str(path.parent / "2025-10")) == 0
    after = loaded(path.parent / "2025-10/bao_cao.yaml").indicators
    assert set(after) == set(before)
    for code in ("ti_le_vung", "hang", "kinh_phi_vung", "truc_tuyen"):
        now, then = before[code].thuc_hien, after[code].ky_truoc
        assert now is not None
        assert then is not None
        assert abs(now - then) < Decimal("1e-6")
        assert after[code].la_ti_le == before[code].la_ti_le
    assert after["ten_cao_nhat"].ky_truoc is None
    assert new(path.parent / "2025-10/bao_cao.yaml", "--output", str(path.parent / "2025-11")) == 0
    tables = [path.parent / f"2025-{month}/chi_tieu.csv" for month in (10, 11)]
    counts = [len(table.read_text(encoding="utf-8").splitlines()) for table in tables]
    assert counts[0] == counts[1]


def test_formulas_over_tables_alone_get_a_table_for_last_periods_values(here: Path) -> None:
    folder = here / "data/lao_cai/2025-10"
    folder.mkdir()
    (folder / "xa.csv").write_text("Xã,Hồ sơ\nA,10\nB,32\n", encoding="utf-8")
    (folder / "to.yaml").write_text(
        "mau: van_ban\nloai: bao_cao\nky: 10/2025\nngay: 10/2025\ntrich_yeu: thử\n"
        "bang: {xa: xa.csv}\ncong_thuc:\n  tong: tong(xa.ho_so)\n"
        "noi_dung:\n  toan_van: Có {{ ct.tong | so }} hồ sơ.\n",
        encoding="utf-8",
    )
    assert new(folder / "to.yaml") == 0
    table = folder.with_name("2025-11") / "chi_tieu.csv"
    assert table.read_text(encoding="utf-8") == "ma,ten,ky_truoc\ntong,,42\n"
    assert loaded(table.with_name("to.yaml")).indicators["tong"].ky_truoc == 42


def test_a_workbook_of_figures_becomes_csv(here: Path) -> None:
    path = minimal(here, "ky: 9/2025\nchi_tieu: so_lieu.xlsx\n")
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Số liệu", 0)
    for row in (["ma", "ten", "thuc_hien"], ["a", "Một", 12], ["b", "Hai", 14.5]):
        sheet.append(row)
    book.save(here / "2025-09/so_lieu.xlsx")
    assert new(path) == 0
    text = (here / "2025-10/so_lieu.csv").read_text(encoding="utf-8")
    assert text == 'ma,ten,thuc_hien,ky_truoc\na,Một,,12\nb,Hai,,"14,5"\n'
    assert loaded(here / "2025-10/bao_cao.yaml").indicators["b"].ky_truoc is not None


def test_a_first_dossier_holds_all_inputs_of_the_template(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(here / "data/lao_cai/2025-09")
    assert run(["new", "bao_cao_thang", "--don-vi", "lao_cai", "--ky", "2025-10"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/lao_cai/2025-10/bao_cao.yaml",
        "data/lao_cai/2025-10/chi_tieu.csv",
    ]
    dossier = loaded(here / "data/lao_cai/2025-10/bao_cao.yaml")
    assert dossier.profile.dia_danh == "Lào Cai"
    assert dossier.indicators["can_cuoc"].ten == "Công dân thường trú đã được cấp căn cước"
    assert {"chi_dao_noi_bat", "kho_khan"} <= set(dossier.noi_dung)
    text = (here / "data/lao_cai/2025-10/bao_cao.yaml").read_text(encoding="utf-8")
    assert "  # tuyen_truyen: |\n" in text
    assert run(["status", "data/lao_cai/2025-10/bao_cao.yaml"]) == 1
    told = capsys.readouterr().out
    assert f"Lời văn chưa viết: {len(dossier.noi_dung)}\n" in told
    assert "sau dấu #" not in told


@pytest.mark.parametrize("template", ["bao_cao_thang", "ke_hoach_quy", "cong_van", "van_ban"])
def test_a_first_dossier_of_every_template_loads(here: Path, template: str) -> None:
    for folder in (here / "data/khanh_hoa").glob("20*"):
        shutil.rmtree(folder)
    assert run(["new", template, "--don-vi", "data/khanh_hoa", "--ky", "quý I/2026"]) == 0
    (path,) = (here / "data/khanh_hoa/2026-q1").glob("*.yaml")
    assert loaded(path).mau == template
