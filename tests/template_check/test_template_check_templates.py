"""`reportgen template check` on templates: each fault with its file and line."""

from pathlib import Path

import pytest

from reportgen.building import builtin_templates
from reportgen.cli.main import run
from reportgen.problems import InputError, Severity
from reportgen.template_check import check

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "ke_thua: bao_cao_thang\nmo_ta: Thử\n"


def template(
    folder: Path, wording: str = "", settings: str = SETTINGS, name: str = "thu", readme: str = ""
) -> Path:
    """A template folder as somebody would write it."""
    own = folder / "mau" / name
    own.mkdir(parents=True)
    (own / "mau.yaml").write_text(settings, encoding="utf-8")
    (own / "noi_dung.md").write_text(wording, encoding="utf-8")
    if readme:
        (own / "README.md").write_text(readme, encoding="utf-8")
    return own


def findings(folder: Path, **more: list[Path]) -> list[str]:
    """`code file:line` of everything that is found."""
    return [
        f"{one.code} {Path(one.place.file).name}:{one.place.line}"
        for one in check(folder, **more).problems
        if one.place
    ]


def test_the_built_in_templates_have_no_fault() -> None:
    folders = [one for one in builtin_templates().iterdir() if (one / "mau.yaml").is_file()]
    assert len(folders) >= 3
    for folder in folders:
        named = [one for one in check(folder).problems if "_khung" not in str(one.place)]
        assert named == []


def test_the_examples_templates_have_no_fault() -> None:
    assert check(ROOT / "examples/ghi_de/mau").problems == ()


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("{% block the_che %}\n{{ donvi.ten_goi }}\n{% endblock %}", "MA020 noi_dung.md:2"),
        ("{% block the_che %}\n{{ don_vi.ten }}\n{% endblock %}", "MA024 noi_dung.md:2"),
        ("{% block the_che %}\n{{ ky | thag }}\n{% endblock %}", "MA021 noi_dung.md:2"),
        ("{% block the_chee %}\nLời.\n{% endblock %}", "MA043 noi_dung.md:1"),
        ("\nLời ngoài khối.", "MA042 noi_dung.md:1"),
        ("{% block the_che %}\n{{ ky.__class__ }}\n{% endblock %}", "MA011 noi_dung.md:2"),
        ("{% block the_che %}\n{% include 'x' %}\n{% endblock %}", "MA011 noi_dung.md:2"),
        ("{% block the_che %}\n{{ range(9) }}\n{% endblock %}", "MA011 noi_dung.md:2"),
        ("{% block the_che %}\n{{ so", "MA010 noi_dung.md:2"),
    ],
)
def test_a_fault_in_the_wording_is_found_where_it_stands(
    wording: str, found: str, tmp_path: Path
) -> None:
    assert findings(template(tmp_path, wording)) == [found]


def test_any_indicator_may_be_asked_of_a_dossier(tmp_path: Path) -> None:
    wording = "{% block the_che %}\n{{ ct.chi_tieu_moi | so }}\n{% endblock %}"
    assert findings(template(tmp_path, wording)) == []


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("tuy_chon: [the_chee]\n", "MA048 mau.yaml:3"),
        ("cau_mac_dinh:\n  khong_co: không.\n", "MA048 mau.yaml:4"),
        ("trich_yeu: Kết quả {{ kyy | thang }}\n", "MA020 mau.yaml:3"),
        ("cau_mac_dinh:\n  the_che: không {{ range(3) }}.\n", "MA011 mau.yaml:4"),
        ("mo: 1\n", "HS010 mau.yaml:3"),
    ],
)
def test_a_fault_in_the_settings_is_found_where_it_stands(
    settings: str, found: str, tmp_path: Path
) -> None:
    assert findings(template(tmp_path, settings=SETTINGS + settings)) == [found]


def test_a_block_that_its_rewritten_surroundings_hold_no_more_is_found(tmp_path: Path) -> None:
    wording = (
        "{% block dich_vu_cong %}\n## Dịch vụ công\n\nLời.\n{% endblock %}\n\n"
        "{% block dvc_tich_hop %}\nLời.\n{% endblock %}\n"
    )
    assert findings(template(tmp_path, wording)) == ["MA049 noi_dung.md:7"]


def test_a_missing_parent_is_found_in_the_settings(tmp_path: Path) -> None:
    own = template(tmp_path, settings="ke_thua: bao_cao_thag\n")
    assert findings(own) == ["MA001 mau.yaml:1"]


LISTING = "| Mã | Chỉ tiêu |\n|---|---|\n| `co_dung` | Có dùng |\n| `thua` | Thừa |\n"


def test_indicators_that_the_readme_lists_and_nothing_uses_are_warned_of(tmp_path: Path) -> None:
    wording = "{% block than %}\n{{ ct.co_dung | so }} {{ ct.sot | so }}\n{% endblock %}\n"
    own = template(
        tmp_path, wording, "loai: bao_cao\ntrich_yeu: Thử\n", readme=f"# Mẫu\n\n{LISTING}"
    )
    assert findings(own) == ["MA050 README.md:6", "MA051 noi_dung.md:2"]
    assert {one.severity for one in check(own).problems} == {Severity.WARNING}


def test_indicators_of_a_dossier_that_nothing_uses_are_warned_of(tmp_path: Path) -> None:
    wording = "{% block than %}\n{{ ct.mau_dung | so }}\n{% endblock %}\n"
    own = template(tmp_path, wording, "loai: bao_cao\ntrich_yeu: Thử\n")
    (tmp_path / "chi_tieu.csv").write_text(
        "ma,thuc_hien\nmau_dung,1\nho_so_dung,2\nphu_luc_dung,3\nthua,4\n", encoding="utf-8"
    )
    (tmp_path / "bang.csv").write_text("TT,Số\n1,{{ ct.phu_luc_dung | so }}\n", encoding="utf-8")
    dossier = tmp_path / "ho_so.yaml"
    dossier.write_text(
        "mau: thu\nky: 9/2025\nnoi_dung:\n  than: {them: '{{ ct.ho_so_dung | so }}'}\n"
        "phu_luc:\n  - {tieu_de: Bảng, bang: bang.csv}\n"
        "ghi_de_don_vi:\n  co_quan_ban_hanh: SỞ NỘI VỤ\n  dia_danh: Huế\n  ky_hieu: BC-SNV\n"
        "  nguoi_ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A}\n",
        encoding="utf-8",
    )
    assert findings(own, dossiers=[dossier]) == ["MA052 chi_tieu.csv:5"]


def test_a_folder_of_templates_is_looked_through_whole(tmp_path: Path) -> None:
    template(tmp_path, "{% block sai_mot %}x{% endblock %}", name="mot")
    template(tmp_path, "{% block sai_hai %}x{% endblock %}", name="hai")
    assert len(check(tmp_path / "mau").subjects) == 2
    assert findings(tmp_path / "mau") == ["MA043 noi_dung.md:1", "MA043 noi_dung.md:1"]


def test_a_variant_is_looked_through_with_its_template() -> None:
    subjects = check(builtin_templates() / "van_ban").subjects
    assert any(one.endswith("van_ban/quyet_dinh") for one in subjects)


@pytest.mark.parametrize("name", ["trong", "khong_co"])
def test_a_folder_without_templates_is_an_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    with pytest.raises(InputError) as caught:
        check(tmp_path / name)
    assert caught.value.problems[0].code == "MA060"


def test_the_command_ends_with_1_for_errors_and_0_for_warnings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = template(tmp_path / "dung", readme=LISTING)
    bad = template(tmp_path / "sai", "{% block sai %}x{% endblock %}")
    assert run(["template", "check", str(good)]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"Đã kiểm tra {good}\n"
    assert printed.err.count("MA050") == 2
    assert run(["template", "check", str(bad)]) == 1
    err = capsys.readouterr().err
    assert f"{bad / 'noi_dung.md'}:1: lỗi [MA043]" in err
    assert err.endswith("Có 1 lỗi.\n")


@pytest.mark.parametrize("asked", ["mau", "mau/van_ban", "mau/van_ban/to_trinh"])
def test_a_variant_of_a_built_in_template_is_found_and_checked(tmp_path: Path, asked: str) -> None:
    settings = 'ke_thua: van_ban\nloai: to_trinh\ndanh_so: ["1.", "a)"]\n'
    template(tmp_path, "{% block khong_co %}x{% endblock %}\n", settings, "van_ban/to_trinh")
    found = check(tmp_path / asked)
    assert [Path(one).name for one in found.subjects] == ["to_trinh"]
    assert [Path(one.place.file).name for one in found.problems if one.place] == ["noi_dung.md"]
