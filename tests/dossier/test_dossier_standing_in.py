"""Texts that stand for files which nobody has written yet."""

from pathlib import Path

from reportgen.dossier.files import read_text, standing_in


def test_a_text_stands_for_a_file_while_it_is_tried(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("so: 1\n", "utf-8")
    with standing_in({file: "so: 2\n"}):
        assert read_text(file, "HS") == "so: 2\n"
    assert read_text(file, "HS") == "so: 1\n"


def test_a_text_stands_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    with standing_in({tmp_path / "moi.csv": "ma\n"}):
        assert read_text(tmp_path / "x" / ".." / "moi.csv", "CT") == "ma\n"


def test_what_stands_in_outside_goes_on_inside(tmp_path: Path) -> None:
    one, two = tmp_path / "1", tmp_path / "2"
    with standing_in({one: "a", two: "b"}), standing_in({two: "c"}):
        assert (read_text(one, "HS"), read_text(two, "HS")) == ("a", "c")
