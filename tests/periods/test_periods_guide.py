"""The guide's section on next month's report, followed to the letter."""

import csv
import re
import shlex
import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from support.readers import pdf_pages

from reportgen.cli.main import run
from reportgen.dossier import load_dossier

ROOT = Path(__file__).parents[2]
HEADING = "Làm báo cáo tháng sau"
LAST = "data/khanh_hoa/2025-09/bao_cao.yaml"
NEXT = "data/khanh_hoa/2025-10/bao_cao.yaml"
NEW_TEXT = """\
    - Trong kỳ, số chuyến bay dùng VNeID {{ ct.checkin_vneid | tang_giam }} so với kỳ trước.
"""


def commands() -> list[list[str]]:
    """The commands of the guide's section, in order, without the program's name."""
    guide = (ROOT / "HUONG_DAN.md").read_text(encoding="utf-8")
    section = re.split(r"^## ", guide.partition(f". {HEADING}\n")[2], flags=re.MULTILINE)[0]
    lines = "\n".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL)).splitlines()
    return [shlex.split(line)[1:] for line in lines if line]


def fill_in_figures() -> None:
    """Step 3: a value in every row, most as last month."""
    path = Path(NEXT).with_name("chi_tieu.csv")
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    column = {title: number for number, title in enumerate(header)}
    for row in rows:
        assert row[column["thuc_hien"]] == ""
        row[column["thuc_hien"]] = row[column["ky_truoc"]]
        if row[0] == "checkin_vneid":
            row[column["thuc_hien"]] = "1203"
        if row[0] == "can_cuoc":
            row[column["thuc_hien"]] = "2.010.680"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def write_the_texts() -> None:
    """Step 4: a new text for the first key, last month's for the others; number and date."""
    path = Path(NEXT)
    text = path.read_text(encoding="utf-8")
    start = text.index("  chi_dao_noi_bat: |\n") + len("  chi_dao_noi_bat: |\n")
    end = text.index("  # Chú thích sau câu thường kỳ I.1.b)")
    old = text[start:end]
    rest = re.sub(r"^  # (?=  |[a-z_]+: [|])", "  ", text[end:], flags=re.MULTILINE)
    text = text[:start] + NEW_TEXT + old + rest
    text = text.replace("\nso:\n", "\nso: 99\n").replace("\nngay: 10/2025", "\nngay: 20/10/2025")
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_next_months_report_is_made_as_the_guide_says(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, status, check, render = commands()
    assert [command[0] for command in (new, status, check, render)] == [
        "new",
        "status",
        "check",
        "render",
    ]
    last = {path: path.read_bytes() for path in Path(LAST).parent.iterdir()}

    assert run(new) == 0
    assert capsys.readouterr().out.splitlines() == [
        NEXT,
        NEXT.replace("bao_cao.yaml", "chi_tieu.csv"),
    ]

    assert run(status) == 1
    told = capsys.readouterr().out
    assert "Số liệu chưa có: 130" in told
    assert "Lời văn chưa viết: 17" in told
    assert run(render) == 1
    assert "“can_cuoc”" in capsys.readouterr().err
    assert not (here / "ket_qua").exists()

    fill_in_figures()
    write_the_texts()
    assert run(status) == 0, capsys.readouterr().out
    assert "Đã đủ số liệu và lời văn" in capsys.readouterr().out
    assert run(check) in (0, 1)
    assert run(render) == 0
    assert {path: path.read_bytes() for path in Path(LAST).parent.iterdir()} == last

    document = docx.Document(BytesIO((here / "ket_qua/bao_cao.docx").read_bytes()))
    word = "\n".join(paragraph.text for paragraph in document.paragraphs)
    printed = " ".join(" ".join(pdf_pages((here / "ket_qua/bao_cao.pdf").read_bytes())).split())
    for text in (word, printed):
        assert "2.010.680/2.215.460" in text
        assert "VNeID tăng 100 (9,07%) so với kỳ trước" in text
        assert "tháng 10/2025" in text
        assert "(Từ ngày 16/9/2025 đến ngày 15/10/2025)" in text
    before, after = (load_dossier(Path(path)).dossier.indicators for path in (LAST, NEXT))
    assert {code: one.ky_truoc for code, one in after.items()} == {
        code: one.thuc_hien for code, one in before.items()
    }


def test_the_guide_says_what_becomes_of_every_part(here: Path) -> None:
    (new, *_) = commands()
    assert run(new) == 0
    before = Path(LAST).read_text(encoding="utf-8").splitlines()
    after = Path(NEXT).read_text(encoding="utf-8").splitlines()
    assert len(before) == len(after)
    changed = [(old, now) for old, now in zip(before, after, strict=True) if old != now]
    (old_head, head), *changed = changed
    assert head == old_head.replace("tháng 9/2025", "tháng 10/2025")
    assert changed[:4] == [
        ("so: 87", "so:"),
        ("ngay: 19/9/2025", "ngay: 10/2025"),
        ("  tu: 16/8/2025", "  tu: 16/9/2025"),
        ("  den: 15/9/2025", "  den: 15/10/2025"),
    ]
    assert all(now in {f"  # {old[2:]}", f"# {old}"} for old, now in changed[4:])
