"""Which component a heading is set as."""

import pytest

from reportgen.document.tree import Heading
from reportgen.layout.headings import heading_component
from reportgen.layout.nd30 import COMPONENTS


@pytest.mark.parametrize(
    ("level", "label", "component", "bold"),
    [
        (1, "I.", "heading_1", True),
        (1, "", "heading_1", True),
        (1, "1.", "heading_2", True),
        (1, "Điều 12.", "heading_2", True),
        (2, "1.", "heading_2", True),
        (3, "1.1.", "heading_3", True),
        (3, "a)", "heading_point", False),
        (3, "đ)", "heading_point", False),
        (2, "b)", "heading_point", False),
        (3, "", "heading_3", True),
        (3, "1)", "heading_3", True),
        (4, "a)", "heading_4", False),
        (7, "-", "heading_4", False),
    ],
)
def test_a_point_is_upright_and_a_numbered_part_bold(
    level: int, label: str, component: str, bold: bool
) -> None:
    assert heading_component(Heading(level, label, ())) == component
    assert COMPONENTS[component].bold is bold
