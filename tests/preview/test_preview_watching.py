"""Changes of files are seen, however they are saved; what is no change is not one."""

import os
from pathlib import Path

import pytest

from reportgen.dossier.consulted import ABSENT, digest_of, noting
from reportgen.preview.watching import Watch, dossier_alone


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "chi_tieu.csv"
    path.write_text("ma,thuc_hien\na,1\n", encoding="utf-8")
    return path


def watching(*paths: Path) -> Watch:
    return Watch({str(path): digest_of(path) for path in paths})


def test_a_file_that_is_written_over_has_changed(file: Path) -> None:
    watch = watching(file)
    assert not watch.changed()
    file.write_text("ma,thuc_hien\na,22\n", encoding="utf-8")
    assert watch.changed()


def test_a_figure_of_the_same_length_at_the_same_time_is_seen(file: Path) -> None:
    watch = watching(file)
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    assert not watch.changed()
    file.write_text("ma,thuc_hien\na,2\n", encoding="utf-8")
    os.utime(file, ns=times)
    assert watch.changed()


def test_a_file_that_rests_is_not_read_again_and_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    watch = Watch({str(file): digest_of(file)}, clock=lambda: now[0])
    assert not watch.changed()
    now[0] = 60.0
    assert not watch.changed()
    monkeypatch.setattr("reportgen.preview.watching.digest_of", lambda _: "đã đọc")
    assert not watch.changed()


def test_saving_by_renaming_and_going_away_and_coming_back(file: Path) -> None:
    watch = watching(file)
    beside = file.with_suffix(".tmp")
    beside.write_text("ma,thuc_hien\na,3\n", encoding="utf-8")
    beside.replace(file)
    assert watch.changed()
    watch.use(watch.state())
    assert not watch.changed()
    file.unlink()
    assert watch.changed()
    assert watch.state() == {str(file): ABSENT}


def test_a_file_that_is_touched_but_the_same_has_not_changed(file: Path) -> None:
    watch = watching(file)
    os.utime(file, (1, 1))
    assert not watch.changed()


def test_a_file_that_was_looked_for_is_seen_when_it_appears(tmp_path: Path) -> None:
    missing = tmp_path / "mau"
    watch = watching(missing)
    assert not watch.changed()
    missing.mkdir()
    assert watch.changed()


def test_a_new_name_in_a_folder_that_was_looked_through_is_a_change(tmp_path: Path) -> None:
    watch = watching(tmp_path)
    (tmp_path / "2025-10").mkdir()
    assert watch.changed()


def test_a_change_between_reading_and_the_first_look_is_not_lost(file: Path) -> None:
    read = digest_of(file)
    file.write_text("khác", encoding="utf-8")
    assert Watch({str(file): read}).changed()


def test_a_file_that_cannot_be_read_for_a_moment_counts_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watching(file)
    file.write_text("đang ghi", encoding="utf-8")
    monkeypatch.setattr("reportgen.preview.watching.digest_of", lambda _: ABSENT)
    assert not watch.changed()
    monkeypatch.undo()
    assert watch.changed()


def test_what_is_added_does_not_hide_a_change_that_is_there(file: Path) -> None:
    watch = watching(file)
    file.write_text("mới", encoding="utf-8")
    watch.add({str(file): digest_of(file), str(file.parent / "don_vi.yaml"): ABSENT})
    assert watch.changed()


def test_what_a_dossier_is_made_from_is_known_from_building_it(tmp_path: Path) -> None:
    from support.dossiers import TEMPLATES, write_dossier

    from reportgen.building import build

    path = write_dossier(tmp_path / "2025-09", figures="ma,ten,thuc_hien\na,Á,1\n")
    with noting() as reads:
        build(path, (TEMPLATES,))
    names = {Path(one).relative_to(tmp_path) for one in reads if one.startswith(str(tmp_path))}
    expected = ["bao_cao.yaml", "chi_tieu.csv", "don_vi.yaml", "mau"]
    assert {Path("2025-09", name) for name in expected} <= names
    assert dossier_alone(path).items() <= reads.items()
