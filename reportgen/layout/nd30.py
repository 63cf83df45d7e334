"""The measures of Nghị định 30/2020/NĐ-CP as data, each with its clause of Phụ lục I.

Where the decree gives a range, one value of it is chosen for the whole house. Where it is silent
(tables, footnotes, the signature's room), `clause` says so and the value is the house's own.
Lengths are in millimetres, sizes and spacing in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from reportgen.document.tree import Alignment

FONT = "Times New Roman"
FONT_CLAUSE = "Phụ lục I, I.4"
LANGUAGE = "vi-VN"
#: The day from which the decree is in force (Điều 37).
IN_FORCE = date(2020, 3, 5)
SILENT = "không quy định"

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSEE_WORD = "Kính gửi:"
RECIPIENTS_WORD = "Nơi nhận:"


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest value that the decree allows, both allowed."""

    least: float
    greatest: float

    def __contains__(self, value: float) -> bool:
        return self.least <= value <= self.greatest


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in mm; `header` is the distance of the page number from the upper edge.

    `footer` is that of the office's address from the lower edge: it ends where the text area does.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    clause: str

    @property
    def text_width(self) -> float:
        """Width of the text area, mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the text area, mm."""
        return self.height - self.top - self.bottom

    def rotated(self) -> "Page":
        """The sheet laid across, with the same margins (Phụ lục I, I.2)."""
        return replace(self, width=self.height, height=self.width)


PAGE = Page(
    width=210,
    height=297,
    top=20,
    bottom=20,
    left=30,
    right=15,
    header=10,
    footer=19.5,  # an empty footer still takes a hairline
    clause="Phụ lục I, I.1-I.3",
)
MARGINS: Mapping[str, Range] = MappingProxyType(
    {
        "top": Range(20, 25),
        "bottom": Range(20, 25),
        "left": Range(30, 35),
        "right": Range(15, 20),
    }
)
#: Sizes of Quốc hiệu, Tiêu ngữ, place and date that go together (footnote 1 to V).
SIZE_SETS = ((13.0, 14.0, 14.0), (12.0, 13.0, 13.0))
FIRST_LINES = (10.0, 12.7)  # II.6.e
LINE_SPACINGS = Range(1.0, 1.5)  # II.6.e
LEAST_PARAGRAPH_SPACE = 6.0  # II.6.e, pt


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one component is set: type (pt), case, and the shape of its paragraph.

    `sizes` is the decree's range. `first_line` and `side_indent` are in mm, spaces in pt,
    `line_spacing` in lines. `keep_with_next` holds the component on the page of what follows.
    """

    clause: str
    size: float
    sizes: Range
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    alignment: Alignment = Alignment.CENTER
    first_line: float = 0.0
    side_indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    line_spacing: float = 1.0
    keep_with_next: bool = False


_SMALL = Range(12, 13)
_LARGE = Range(13, 14)
_ANY = Range(8, 14)


def _title(clause: str, **changes: object) -> TextStyle:
    style = TextStyle(clause=clause, size=14, sizes=_LARGE, bold=True, keep_with_next=True)
    return replace(style, **changes)  # type: ignore[arg-type]


_BODY = TextStyle(
    clause="Phụ lục I, II.6.e; V.6",
    size=14,
    sizes=_LARGE,
    alignment=Alignment.JUSTIFY,
    first_line=12.7,
    space_before=6,
)
_HEADING = replace(_BODY, clause="Phụ lục I, II.6.d; V.6.b", bold=True, keep_with_next=True)
_MARK = TextStyle(clause="Phụ lục I, III.2", size=13, sizes=_LARGE, bold=True, capitals=True)
_SIGNER = replace(_title("Phụ lục I, II.7; V.7"), keep_with_next=False)

#: Every component by its name in the document tree. The size set is 13/14/14 (footnote 1 to V).
COMPONENTS: Mapping[str, TextStyle] = MappingProxyType(
    {
        "national_name": TextStyle("Phụ lục I, II.1; V.1", 13, _SMALL, bold=True, capitals=True),
        "motto": TextStyle("Phụ lục I, II.1; V.1", 14, _LARGE, bold=True),
        "superior": TextStyle("Phụ lục I, II.2; V.2", 13, _SMALL, capitals=True),
        "issuer": TextStyle("Phụ lục I, II.2; V.2", 13, _SMALL, bold=True, capitals=True),
        # 0.9 pt more than the date at its right, which is larger: both stand on one line.
        "number": TextStyle("Phụ lục I, II.3; V.3", 13, Range(13, 13), space_before=6.9),
        "place_and_date": TextStyle(
            "Phụ lục I, II.4; V.4", 14, _LARGE, italic=True, space_before=6
        ),
        # The decree keeps 6 pt between the number and the subject of a letter.
        "letter_subject": TextStyle("Phụ lục I, II.5.b; V.5.b", 12, _SMALL, space_before=6),
        "kind": _title("Phụ lục I, II.5; V.5.a", capitals=True, space_before=18),
        "subject": _title("Phụ lục I, II.5; V.5.a", side_indent=10.0),
        "period": _title("Phụ lục I, II.5; V.5.a", side_indent=10.0),
        "addressee": replace(
            _title("Phụ lục I, II.9.a; V.8.a"),
            bold=False,
            alignment=Alignment.LEFT,
            space_before=6,
        ),
        "body": _BODY,
        "basis": replace(_BODY, clause="Phụ lục I, II.6.a", italic=True),
        "centered": _title("Phụ lục III, Mẫu 1.1-1.3", space_before=6),
        "presented": _title("Phụ lục III, Mẫu 1.8", bold=False, space_before=6),
        "heading_1": replace(_HEADING, capitals=True),
        "heading_2": _HEADING,
        # Below the khoản the decree knows only the điểm, upright; a part numbered `1.1.` is set
        # like a khoản.
        "heading_3": _HEADING,
        "heading_4": replace(_HEADING, bold=False),
        "heading_point": replace(_HEADING, bold=False),
        "authority": replace(_SIGNER, capitals=True),
        "position": replace(_SIGNER, capitals=True),
        "official_title": replace(_SIGNER, capitals=True),
        "signer": _SIGNER,
        "recipients_label": TextStyle(
            "Phụ lục I, II.9.b; V.8.b",
            12,
            Range(12, 12),
            bold=True,
            italic=True,
            alignment=Alignment.LEFT,
            space_before=1.8,  # on one line with the larger title of the signer at its right
        ),
        "recipients": TextStyle(
            "Phụ lục I, II.9.b; V.8.b", 11, Range(11, 11), alignment=Alignment.LEFT
        ),
        "drafter": TextStyle(
            "Phụ lục I, III.3; V.11",
            11,
            Range(11, 11),
            alignment=Alignment.RIGHT,
            side_indent=5.0,
        ),
        "urgency": replace(_MARK, clause="Phụ lục I, III.2.b; V.10"),
        "circulation": replace(_MARK, clause="Phụ lục I, III.2.c; V.13"),
        "address": TextStyle("Phụ lục I, III.4; V.12", 11, Range(11, 12)),
        "appendix_label": _title("Phụ lục I, III.1.b; V.9", sizes=Range(14, 14)),
        "appendix_title": _title("Phụ lục I, III.1.b; V.9", capitals=True),
        "attached_to": replace(_title("Phụ lục I, III.1.c"), bold=False, italic=True),
        "page_number": TextStyle("Phụ lục I, I.7; V.14", 14, _LARGE),
        "table_header": TextStyle(SILENT, 12, _ANY, bold=True, space_before=2, space_after=2),
        "table": TextStyle(
            SILENT, 12, _ANY, alignment=Alignment.LEFT, space_before=2, space_after=2
        ),
        "footnote": TextStyle(SILENT, 10, _ANY, alignment=Alignment.JUSTIFY),
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A solid horizontal rule: its length as a share of the printed line above it."""

    clause: str
    shares: Range
    share: float
    weight: float = 0.75  # pt; the decree only says "nét liền"
    gap: float = 3.0  # pt between the line of text and the rule
    after: float = 1.0  # pt below the rule at least (Word needs one), or what follows asks more


MOTTO_RULE = Rule("Phụ lục I, II.1", Range(1, 1), 1.0)
ISSUER_RULE = Rule("Phụ lục I, II.2", Range(1 / 3, 1 / 2), 0.4)
SUBJECT_RULE = Rule("Phụ lục I, II.5", Range(1 / 3, 1 / 2), 0.4, after=12)
APPENDIX_RULE = Rule("Phụ lục III, Mẫu 2.1", Range(0, 1 / 2), 0.2, after=12)

#: Columns in mm: issuer and Số at the left, Quốc hiệu and date at the right (sơ đồ IV.2).
LETTERHEAD_COLUMNS = (65.0, 100.0)
#: Columns in mm: Nơi nhận at the left, signature at the right (sơ đồ IV.2).
SIGNATURE_COLUMNS = (75.0, 90.0)
#: Room for signature and seal between title and name, mm (the decree is silent).
SIGNATURE_ROOM = 25.0
#: Space above the row of Nơi nhận and signature, pt (the decree is silent).
SIGNATURE_SPACE = 12.0
#: Space above a table, pt (the decree is silent).
TABLE_SPACE = 6.0
#: `Kính gửi:` stands this far from the left margin, mm (Phụ lục III, Mẫu 1.5).
ADDRESSEE_INDENT = 35.0
#: Room between text and rule of a table cell at the left and right, mm (the decree is silent).
CELL_PADDING = 1.4
#: Size of a superscript mark as a share of its line's type.
SUPERSCRIPT_SHARE = 0.65
#: Space above `Kính gửi:` of a letter, which has no title between it and the letterhead, pt (the
#: decree is silent).
LETTER_SPACE = 12.0
#: Height in mm of the boxes around urgency (Phụ lục I, III.2.b) and circulation (silent).
MARK_HEIGHT = 8.0
#: Width and height in mm of the box around each degree of urgency (Phụ lục I, III.2.b).
URGENCY_BOXES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "HỎA TỐC": (30.0, MARK_HEIGHT),
        "THƯỢNG KHẨN": (40.0, MARK_HEIGHT),
        "KHẨN": (20.0, MARK_HEIGHT),
    }
)
#: Bright red (Phụ lục I, III.2.b).
URGENCY_COLOR = "#FF0000"
#: Line of the boxes around urgency and circulation and above the address, pt ("viền đơn").
MARK_WEIGHT = 0.75
#: Space between such a box and what stands above it, pt (the decree is silent).
MARK_SPACE = 6.0
#: Room at the left and right within the circulation box, mm (the decree is silent).
MARK_PADDING = 2.0
#: Space above and below the rule over the address, pt (the decree is silent).
ADDRESS_SPACE = 3.0
#: That rule goes across the whole text width (Phụ lục I, III.4); the lines below it end where the
#: text area of the first page ends (sơ đồ IV.2, ô 13).
ADDRESS_RULE = Rule("Phụ lục I, III.4", Range(1, 1), 1.0, gap=ADDRESS_SPACE, after=ADDRESS_SPACE)
