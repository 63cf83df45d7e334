"""The mark that closes a document (`./.`), put in by `{% filter ket_thuc %}`."""

import pytest

from reportgen.drafting.passages import close_text


@pytest.mark.parametrize(
    ("passage", "closed"),
    [
        ("Kính báo cáo.", "Kính báo cáo./."),
        ("Kính báo cáo", "Kính báo cáo./."),
        ("Kính báo cáo./.", "Kính báo cáo./."),
        ("\nKính báo cáo. \n\n", "\nKính báo cáo./."),
        ("Kính báo cáo.[^a]", "Kính báo cáo[^a]./."),
        ("Kính báo cáo[^a][^b].", "Kính báo cáo[^a][^b]./."),
        ("Kính báo cáo.^[Chú thích.]", "Kính báo cáo^[Chú thích.]./."),
        ("Kính báo cáo.\n\n[^a]: Một.\n\n    Hai.\n", "Kính báo cáo./.\n\n[^a]: Một.\n\n    Hai."),
        ("Báo cáo...", "Báo cáo..../."),
        ("| Việc |\n|---|\n| Rà soát. |\n", "| Việc |\n|---|\n| Rà soát. |\n\n./."),
        ("| A |\n|---|\n| 1 |\n\n[^a]: Một.", "| A |\n|---|\n| 1 |\n\n./.\n\n[^a]: Một."),
    ],
)
def test_the_last_sentence_gets_the_mark_once(passage: str, closed: str) -> None:
    assert close_text(passage).rstrip() == closed


@pytest.mark.parametrize("passage", ["", "\n\n", "\n[^a]: Chỉ có chú thích.\n"])
def test_nothing_gets_no_mark(passage: str) -> None:
    assert close_text(passage) == passage
