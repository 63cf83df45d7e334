"""Finding templates, and what a template says of itself."""

from pathlib import Path

import pytest

from reportgen.drafting import find_templates, load_template
from reportgen.problems import InputError, Place


def make(folder: Path, name: str, settings: str, wording: str | None = None) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "mau.yaml").write_text(settings, encoding="utf-8")
    if wording is not None:
        (folder / name / "noi_dung.md").write_text(wording, encoding="utf-8")


def test_templates_are_listed_by_name_with_their_line(tmp_path: Path) -> None:
    make(tmp_path, "ke_hoach", "mo_ta: Kế hoạch quý\n")
    make(tmp_path, "bao_cao", "mo_ta: Báo cáo tháng\n")
    found = [(one.name, one.mo_ta, one.folder) for one in find_templates([tmp_path])]
    assert found == [
        ("bao_cao", "Báo cáo tháng", tmp_path / "bao_cao"),
        ("ke_hoach", "Kế hoạch quý", tmp_path / "ke_hoach"),
    ]


def test_the_first_folder_on_the_search_path_counts(tmp_path: Path) -> None:
    make(tmp_path / "rieng", "bao_cao", "mo_ta: Của tỉnh\n", "riêng")
    make(tmp_path / "chung", "bao_cao", "mo_ta: Có sẵn\n", "chung")
    search_path = [tmp_path / "rieng", tmp_path / "khong_co", tmp_path / "chung"]
    assert [one.mo_ta for one in find_templates(search_path)] == ["Của tỉnh"]
    assert load_template("bao_cao", search_path).sources[0][0] == "riêng"


def test_frames_hidden_folders_and_folders_without_settings_are_no_templates(
    tmp_path: Path,
) -> None:
    for name in ("_khung", ".git"):
        make(tmp_path, name, "mo_ta: x\n")
    (tmp_path / "anh").mkdir()
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    assert find_templates([tmp_path]) == []


def test_listing_tells_settings_that_cannot_be_read(tmp_path: Path) -> None:
    make(tmp_path, "a", "mo_ta: [x\n")
    with pytest.raises(InputError) as caught:
        find_templates([tmp_path])
    assert [problem.code for problem in caught.value.problems] == ["HS005"]


def test_a_child_inherits_settings_and_may_change_each(tmp_path: Path) -> None:
    make(
        tmp_path,
        "me",
        "ten_loai: BÁO CÁO\ntrich_yeu: Cũ\ndanh_so: [I.]\n",
        "{% block a %}{% endblock %}",
    )
    make(tmp_path, "con", "ke_thua: me\ntrich_yeu: Mới\n")
    settings = load_template("con", [tmp_path]).settings
    assert (settings.ten_loai, settings.trich_yeu, settings.danh_so) == ("BÁO CÁO", "Mới", ("I.",))


def test_a_chain_of_three_uses_the_nearest_wording_of_each_block(tmp_path: Path) -> None:
    blocks = "{{% block {0} %}}{1}{{% endblock %}}"
    make(tmp_path / "3", "t", "{ten: t}", blocks.format("a", "a3") + blocks.format("b", "b3"))
    make(tmp_path / "2", "t", "ke_thua: t", blocks.format("a", "a2{{ super() }}"))
    make(tmp_path / "1", "t", "ke_thua: t", blocks.format("a", "a1{{ super() }}"))
    template = load_template("t", [tmp_path / "1", tmp_path / "2", tmp_path / "3"])
    assert template.blocks == ("a", "b")
    literals = [node.text for block in template.wording for node in block.body]  # type: ignore[union-attr]
    assert literals == ["a1", "a2", "a3", "b3"]


def test_super_many_times_over_does_not_blow_up(tmp_path: Path) -> None:
    body = "{% block a %}" + "{{ super() }}" * 50 + "{% endblock %}"
    for number in range(9):
        make(tmp_path / str(number), "t", "ke_thua: t", body)
    make(tmp_path / "9", "t", "{ten: t}", "{% block a %}x{% endblock %}")
    with pytest.raises(InputError) as caught:
        load_template("t", [tmp_path / str(number) for number in range(10)])
    assert [problem.code for problem in caught.value.problems] == ["MA032"]


def test_a_wording_that_is_not_utf_8_is_told_at_its_line(tmp_path: Path) -> None:
    make(tmp_path, "t", "{ten: t}")
    (tmp_path / "t" / "noi_dung.md").write_bytes(
        "dòng một\n".encode() + "dòng hai".encode("latin-1")
    )
    with pytest.raises(InputError) as caught:
        load_template("t", [tmp_path])
    assert caught.value.problems[0].place == Place(str(tmp_path / "t" / "noi_dung.md"), 2)


def test_nothing_is_found_where_there_is_nothing_to_search() -> None:
    with pytest.raises(InputError, match="không tìm thấy mẫu “thu”"):
        load_template("thu", [])
