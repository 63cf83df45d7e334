"""The closing and the further components as the frame sees them: signers, stamps, address."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document.tree import Markings, Signature, Text
from reportgen.layout import COMPONENTS, PAGE, line_widths, millimetres, points
from reportgen.layout.balance import signature_widths
from reportgen.layout.metrics import LINE_HEIGHT
from reportgen.layout.nd30 import (
    ADDRESS_RULE,
    LETTERHEAD_COLUMNS,
    MARK_PADDING,
    MARK_SPACE,
    MARK_WEIGHT,
    URGENCY_BOXES,
)
from reportgen.layout.rules import runs_of


@dataclass(frozen=True, slots=True)
class _Signer:
    """A signature with the width of its column, mm."""

    quyen_han: tuple[str, ...]
    chuc_vu: str
    chuc_danh: str
    ho_ten: str
    rong: float


def signature_names(signatures: Sequence[Signature]) -> dict[str, object]:
    """All signatures, and the last one's parts for frames that print one signature only."""
    last = signatures[-1] if signatures else Signature((), "", "", "")
    return {
        "chu_ky": _signers(signatures),
        "quyen_han": last.authority,
        "chuc_vu": last.position,
        "chuc_danh": last.official_title,
        "ho_ten": last.name,
    }


def _signers(signatures: Sequence[Signature]) -> list[_Signer]:
    """The signatures from left to right; a single one stands beside Nơi nhận."""
    widths = signature_widths(len(signatures))
    return [
        _Signer(one.authority, one.position, one.official_title, one.name, width)
        for one, width in zip(signatures, widths, strict=True)
    ]


def markings_names(markings: Markings) -> dict[str, object]:
    """What is stamped or printed at the margins, by the names of the frame; lengths in mm."""
    return {
        "do_khan": markings.urgency,
        "khung_do_khan": URGENCY_BOXES.get(markings.urgency, max(URGENCY_BOXES.values())),
        "pham_vi": markings.circulation,
        "pham_vi_cao": _circulation_height(markings.circulation) > PAGE.top,
        "nguoi_soan_thao": markings.drafter,
        "dia_chi": markings.address,
        "cao_dia_chi": _address_height(markings.address),
    }


def _circulation_height(lines: Sequence[str]) -> float:
    """Height in mm of the boxes one above the other, with the space below them."""
    style = COMPONENTS["circulation"]
    room = points(LETTERHEAD_COLUMNS[1] - 2 * MARK_PADDING) - 2 * MARK_WEIGHT
    printed = sum(len(line_widths(runs_of((Text(line),), style), room)) for line in lines)
    borders = 2 * MARK_WEIGHT * len(lines)
    return millimetres(printed * style.size * LINE_HEIGHT + borders + MARK_SPACE)


def _address_height(lines: Sequence[str]) -> float:
    """Height in mm that the address lines take of the first page, with the rule above them."""
    if not lines:
        return 0.0
    style = COMPONENTS["address"]
    inlines = [Text(line + "\n") for line in lines[:-1]] + [Text(lines[-1])]
    printed = line_widths(runs_of(inlines, style), points(PAGE.text_width))
    rule = ADDRESS_RULE.gap + ADDRESS_RULE.weight + ADDRESS_RULE.after
    return millimetres(len(printed) * style.size * LINE_HEIGHT + rule)
