"""Cells of a CSV of indicators are changed; all the rest stays as it was typed."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.tables import parse_csv
from reportgen.periods.indicator_editing import edit_indicators
from reportgen.problems import InputError

TABLE = """\
# Số liệu tháng 9, gõ tay
ma,ten , thuc_hien,ky_truoc
can_cuoc,"Căn cước, ""thẻ"" đã cấp", 2.000.680,

diem ,Điểm,"14,4",
"hai_dong","Dòng một
dòng hai",3,2
"""
WORDS = st.text(alphabet=' \tabđ",;#.5\n“', max_size=8)
CODES = st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,4}", fullmatch=True), min_size=1, unique=True)


def read(text: str) -> CsvTable:
    problems: list[object] = []
    table = parse_csv(text, "", problems)  # type: ignore[arg-type]
    assert table is not None
    return table


def test_only_the_cells_that_change_are_touched() -> None:
    edited = edit_indicators(
        TABLE,
        {
            "can_cuoc": {"thuc_hien": "", "ky_truoc": "2.000.680"},
            "diem": {"thuc_hien": "", "ky_truoc": "14,4"},
            "hai_dong": {"ten": "Một dòng"},
        },
    )
    assert edited == (
        "# Số liệu tháng 9, gõ tay\n"
        "ma,ten , thuc_hien,ky_truoc\n"
        'can_cuoc,"Căn cước, ""thẻ"" đã cấp", ,2.000.680\n'
        "\n"
        'diem ,Điểm,,"14,4"\n'
        '"hai_dong",Một dòng,3,2\n'
    )


def test_a_column_that_is_missing_is_added_at_the_end_of_every_row() -> None:
    edited = edit_indicators("ma;thuc_hien\na;1\n\nb;2;;\nc;3", {"b": {"nguon": "Sở Y tế; Sở"}})
    assert edited == 'ma;thuc_hien;nguon\na;1;\n\nb;2;"Sở Y tế; Sở";;\nc;3;'


def test_no_change_changes_nothing() -> None:
    assert edit_indicators(TABLE, {}) == TABLE
    assert edit_indicators(TABLE, {"diem": {"thuc_hien": "14,4"}}) == TABLE


def test_a_code_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        edit_indicators(TABLE, {"khac": {"thuc_hien": "1"}})


def test_a_table_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(InputError):
        edit_indicators("ma,thuc_hien\na,1,2\n", {"a": {"thuc_hien": "2"}})


@st.composite
def typed_tables(draw: st.DrawFn) -> tuple[str, str]:
    """The text of a table as some program or person writes it, and one of its codes."""
    codes = draw(CODES)
    others = draw(st.lists(WORDS.map(str.strip), max_size=3))
    where = draw(st.integers(0, len(others)))
    header = [*others[:where], "ma", *others[where:]]
    output = io.StringIO()
    writer = csv.writer(
        output,
        delimiter=draw(st.sampled_from([",", ";", "\t"])),
        quoting=csv.QUOTE_ALL if draw(st.booleans()) else csv.QUOTE_MINIMAL,
        lineterminator=draw(st.sampled_from(["\n", "\n\n"])),
    )
    writer.writerow(header)
    for code in codes:
        cells = [draw(WORDS) for _ in others]
        writer.writerow([*cells[:where], code, *cells[where:]])
    comment = draw(st.sampled_from(["", "# ghi chú, một\n", "\n"]))
    return comment + output.getvalue(), draw(st.sampled_from(codes))


@given(typed_tables(), st.integers(0, 10), WORDS)
def test_a_cell_that_was_changed_reads_back_with_just_that_change(
    typed: tuple[str, str], column: int, value: str
) -> None:
    text, code = typed
    problems: list[object] = []
    before = parse_csv(text, "", problems)  # type: ignore[arg-type]
    assume(before is not None and not problems and before.header.count("ma") == 1)
    assert before is not None
    titles = [title for title in before.header if title not in {"", "ma"}]
    title = titles[column % len(titles)] if titles else "cot_moi"
    assume(before.header.count(title) <= 1)
    after = read(edit_indicators(text, {code: {title: value}}))
    assert after.header == (*before.header, *(() if titles else ("cot_moi",)))
    for old, new in zip(before.rows, after.rows, strict=True):
        wanted = dict(zip(before.header, old, strict=True))
        if wanted["ma"].strip() == code:
            wanted[title] = value
        elif not titles:
            wanted[title] = ""
        assert dict(zip(after.header, new, strict=True)) == wanted
