"""Values of a YAML text are changed; comments, order, quotes and layout stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier.tree import YamlText, find, plain
from reportgen.dossier.yaml_reader import parse_yaml
from reportgen.periods.yaml_editing import YamlEditor

TEXT = """\
# đầu tệp
mau: bao_cao_thang   # mẫu
so: "87"  # số
ngay: 19/9/2025
ky: {tu: 16/8/2025, den: 15/9/2025}

noi_dung:
  # I.1
  chi_dao: |
    - Một: hai # ba

    - Bốn

  # I.2
  the_che: Đã ban hành …  # rồi
  tuyen_truyen:
    tieu_de: Tuyên truyền
    thay: >-
      Các sở
      tiếp tục.
  kho_khan:
    Không có
    gì.
  lam_sach: {them: "Thêm"}
luu: VT
"""


def edited(text: str, *actions: tuple[str, tuple[str, ...]]) -> str:
    editor = YamlEditor(text)
    for name, steps in actions:
        getattr(editor, name)(*steps)
    return editor.result()


def read(text: str) -> object:
    problems: list[object] = []
    root = parse_yaml(text, "tep.yaml", problems)  # type: ignore[arg-type]
    assert root is not None
    assert not problems
    return plain(root)


def test_a_text_becomes_comments_and_its_key_waits() -> None:
    text = edited(
        TEXT,
        ("comment_text", ("noi_dung", "chi_dao")),
        ("comment_text", ("noi_dung", "the_che")),
        ("comment_text", ("noi_dung", "tuyen_truyen", "thay")),
        ("comment_text", ("noi_dung", "kho_khan")),
        ("comment_entry", ("noi_dung", "lam_sach")),
    )
    assert text == TEXT.replace(
        "    - Một: hai # ba\n\n    - Bốn\n", "  #   - Một: hai # ba\n\n  #   - Bốn\n"
    ).replace("the_che: Đã", "the_che: | # Đã").replace(
        "      Các sở\n      tiếp tục.\n", "    #   Các sở\n    #   tiếp tục.\n"
    ).replace(
        "kho_khan:\n    Không có\n    gì.\n", "kho_khan: |\n  #   Không có\n  #   gì.\n"
    ).replace("  lam_sach:", "  # lam_sach:")
    assert read(text)["noi_dung"] == {  # type: ignore[index]
        "chi_dao": "",
        "the_che": "",
        "tuyen_truyen": {"tieu_de": "Tuyên truyền", "thay": ""},
        "kho_khan": "",
    }


def test_a_value_is_blanked_or_replaced_where_it_stands() -> None:
    editor = YamlEditor(TEXT)
    editor.blank("so")
    editor.blank("ngay")
    editor.replace("ky", "tu", value="16/9/2025")
    editor.rewrite("ky", "den", source="15/10/2025")
    editor.replace("mau", value="khac")
    editor.insert_after("mau", "don_vi: ../don_vi.yaml")
    assert editor.result() == TEXT.replace('so: "87"  # số', "so:   # số").replace(
        "ngay: 19/9/2025", "ngay:"
    ).replace("tu: 16/8/2025", "tu: 16/9/2025").replace(
        "den: 15/9/2025", "den: 15/10/2025"
    ).replace("mau: bao_cao_thang   # mẫu\n", "mau: khac   # mẫu\ndon_vi: ../don_vi.yaml\n")


def test_quotes_stay_around_a_value() -> None:
    editor = YamlEditor(TEXT)
    editor.replace("so", value="88")
    assert 'so: "88"  # số' in editor.result()


def test_steps_that_lead_nowhere_change_nothing() -> None:
    editor = YamlEditor(TEXT)
    editor.blank("khac")
    editor.replace("ky", 0, value="x")
    editor.comment_text("so", "x")
    editor.insert_after("khac", "x")
    assert editor.result() == TEXT
    assert editor.source("noi_dung") is None


PARAGRAPHS = st.lists(
    st.text(alphabet="aă #:-|'\"{}[]%\\đ“”", min_size=1, max_size=20).map(lambda one: f"x{one}y"),
    min_size=1,
    max_size=4,
)


@given(PARAGRAPHS, st.sampled_from(["|", ">", "|-", ">-", "| # ghi chú"]), st.integers(1, 6))
def test_any_text_block_can_be_commented_out_and_back(
    paragraphs: list[str], style: str, indent: int
) -> None:
    lines = "\n\n".join(" " * (2 + indent) + one for one in paragraphs)
    text = f"a:\n  truoc: 1\n  b: {style}\n{lines}\n\n  # sau\n  c: x\n"
    commented = edited(text, ("comment_text", ("a", "b")))
    assert read(commented) == {"a": {"truoc": "1", "b": "", "c": "x"}}
    back = [
        line.replace("# ", "", 1) if line[2:4] == "# " else line for line in commented.split("\n")
    ]
    assert "\n".join(back) == text.replace("# sau", "sau")


@pytest.mark.parametrize("value", ["a b", '"a: b"', "'a'", "a\n    b", '"a\n    b"', "\n    a"])
def test_any_plain_text_can_be_commented_out(value: str) -> None:
    text = f"a:\n  b: {value}\n  c: x\n".replace(": \n", ":\n")
    problems: list[object] = []
    commented = edited(text, ("comment_text", ("a", "b")))
    root = parse_yaml(commented, "", problems)  # type: ignore[arg-type]
    assert root is not None
    assert not problems
    node = find(root, ("a", "b"))[1]
    assert isinstance(node, YamlText)
    assert node.text == ""
    assert find(root, ("a", "c"))[1].text == "x"  # type: ignore[union-attr]
