"""Variants: what a template changes for a kind of document, in a folder of the kind's name."""

from pathlib import Path

import pytest

from reportgen.drafting import find_templates, load_template
from reportgen.problems import InputError

GENERAL = "{% block dau %}{% endblock %}{% block than %}chung{% endblock %}"


def make(folder: Path, name: str, settings: str, wording: str = "") -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "mau.yaml").write_text(settings, encoding="utf-8")
    if wording:
        (folder / name / "noi_dung.md").write_text(wording, encoding="utf-8")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    make(tmp_path, "chung", "danh_so: [I.]\n", GENERAL)
    make(
        tmp_path,
        "chung/quyet_dinh",
        "ke_thua: chung\ndanh_so: [Điều 1.]\n",
        "{% block dau %}{% block tham_quyen %}{% endblock %}{% endblock %}",
    )
    make(tmp_path, "chung/nghi_quyet", "ke_thua: chung/quyet_dinh\nloai: nghi_quyet\n")
    return tmp_path


def test_a_variant_stands_for_its_template_where_the_kind_has_one(templates: Path) -> None:
    found = load_template("chung", [templates], kind="quyet_dinh")
    assert found.settings.danh_so == ("Điều 1.",)
    assert found.blocks == ("dau", "tham_quyen", "than")


def test_a_kind_without_variant_has_the_template_itself(templates: Path) -> None:
    found = load_template("chung", [templates], kind="to_trinh")
    assert (found.settings.danh_so, found.blocks) == (("I.",), ("dau", "than"))


def test_a_variant_may_go_on_from_another(templates: Path) -> None:
    found = load_template("chung", [templates], kind="nghi_quyet")
    assert found.settings.danh_so == ("Điều 1.",)
    assert found.settings.loai is not None
    assert found.settings.loai.abbreviation == "NQ"


def test_an_office_can_lay_its_own_over_a_variant(templates: Path, tmp_path: Path) -> None:
    own = tmp_path / "mau"
    make(own, "chung/quyet_dinh", "ke_thua: chung/quyet_dinh\ndanh_so: [1.]\n")
    found = load_template("chung", [own, templates], kind="quyet_dinh")
    assert (found.settings.danh_so, len(found.sources)) == (("1.",), 3)


def test_variants_are_not_listed_as_templates(templates: Path) -> None:
    assert [one.name for one in find_templates([templates])] == ["chung"]


def test_who_names_a_variant_as_a_template_is_told_how_to_ask_for_it(templates: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_template("nghi_quyet", [templates])
    assert caught.value.problems[0].hint.startswith("ghi mau: chung và loai: nghi_quyet;")


@pytest.mark.parametrize("name", ["../chung", "chung/..", "/chung", "chung/a/b", "chung/_khung"])
def test_no_name_leads_out_of_the_templates(templates: Path, name: str) -> None:
    with pytest.raises(InputError, match="không tìm thấy mẫu"):
        load_template(name, [templates / "chung", templates])
