"""Finding the line that a printed paragraph came from."""

import pytest

from reportgen.drafting.tracing import tracer
from reportgen.problems import Place

DOSSIER = """\
- Đã cấp {{ ct.can_cuoc | so }} thẻ căn cước cho người dân trên địa bàn tỉnh.

- Đã cấp {{ ct.dinh_danh | so }} tài khoản định danh mức 2 cho người dân.

Trong đó nêu mục đích, yêu cầu của Đề án.

{{ ct.ho_so | ti_so }} hồ sơ được giải quyết (đạt {{ ct.ho_so | ti_le }}), tăng so với kỳ trước.
"""
TEMPLATE = """\
# I. MỤC ĐÍCH

## Mục đích, yêu cầu

{{ ct.x }} {{ ct.y }}
"""

trace = tracer([(DOSSIER, Place("bao_cao.yaml", 10)), (TEMPLATE, Place("noi_dung.md", 1))])


@pytest.mark.parametrize(
    ("printed", "file", "line"),
    [
        ("- Đã cấp 1.365 thẻ căn cước cho người dân trên địa bàn tỉnh.", "bao_cao.yaml", 10),
        ("- Đã cấp 986 tài khoản định danh mức 2 cho người dân.", "bao_cao.yaml", 12),
        ("12/13 hồ sơ được giải quyết (đạt 92,31%), tăng so với kỳ trước.", "bao_cao.yaml", 16),
        ("Trong đó nêu mục đích, yêu cầu của Đề án.", "bao_cao.yaml", 14),
        ("Mục đích, yêu cầu", "noi_dung.md", 3),
        ("MỤC ĐÍCH", "noi_dung.md", 1),
        ("mục đích", "bao_cao.yaml", 14),
        ("Trong đó nêu mục đích, yêu cầu của Đề án.\nDòng sau.", "bao_cao.yaml", 14),
    ],
)
def test_a_printed_paragraph_is_found_in_its_line(printed: str, file: str, line: int) -> None:
    assert trace(printed) == Place(file, line)


@pytest.mark.parametrize("printed", ["", "  \n", "12 34", "Câu này không có ở đâu cả"])
def test_what_is_nowhere_has_no_line(printed: str) -> None:
    assert trace(printed) is None
