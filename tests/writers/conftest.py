"""Documents built by hand that every writer must print whole."""

from dataclasses import replace
from datetime import date

import pytest

from reportgen.document.tree import (
    Alignment,
    Appendix,
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    LineBreak,
    Note,
    NoteReference,
    Paragraph,
    Properties,
    Signature,
    Table,
    Text,
    Title,
)

_SUBJECT = (
    "Kết quả triển khai, thực hiện Đề án “Phát triển ứng dụng dữ liệu về dân cư, định danh và xác "
    "thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022-2025, tầm nhìn đến năm 2030” "
    "tháng 9/2025"
)
_LONG = (
    "Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch số 2943/KH-UBND ngày 29/8/2025 về cải thiện và "
    "nâng cao Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân, tổ chức đối với sự phục "
    "vụ của cơ quan hành chính nhà nước tỉnh Khánh Hòa năm 2025"
)


def _text(value: str) -> Paragraph:
    return Paragraph((Text(value),))


def _cell(*values: str, column_span: int = 1, row_span: int = 1) -> Cell:
    return Cell(tuple(_text(value) for value in values), column_span, row_span)


def _body_table() -> Table:
    header = (
        (
            _cell("TT", row_span=2),
            _cell("Đơn vị", row_span=2),
            _cell("Hồ sơ", column_span=2),
        ),
        (_cell("Tiếp nhận"), _cell("Giải quyết")),
    )
    noted = Cell((Paragraph((Text("Công an tỉnh"), NoteReference(4))),))
    rows = (
        (_cell("1"), noted, _cell("1.365.565"), _cell("1.816.581")),
        (_cell("2"), _cell("Sở Tư pháp", row_span=2), _cell("30.532"), _cell("98,77%")),
        (_cell("3"), _cell("14"), _cell("02")),
    )
    columns = (
        Column(0.1, Alignment.CENTER),
        Column(0.5),
        Column(0.2, Alignment.RIGHT),
        Column(0.2, Alignment.RIGHT),
    )
    return Table(columns, header, rows)


def _appendix_table(rows: int) -> Table:
    header = ((_cell("TT"), _cell("Tên mô hình"), _cell("Đơn vị chủ trì"), _cell("Kết quả")),)
    first = Cell((_text("- Đã hoàn thành."), Paragraph((Text("- Đang làm"), NoteReference(6)))))
    cells = [(_cell("1"), _cell("Triển khai 53 dịch vụ thiết yếu"), _cell("Văn phòng"), first)]
    for number in range(2, rows + 1):
        result = _cell(f"{_LONG}.", "Không phát sinh vướng mắc.")
        cells.append((_cell(str(number)), _cell("Mô hình"), _cell("Công an tỉnh"), result))
    widths = (0.06, 0.24, 0.2, 0.5)
    sides = (Alignment.CENTER, Alignment.LEFT, Alignment.LEFT, Alignment.JUSTIFY)
    columns = tuple(Column(*pair) for pair in zip(widths, sides, strict=True))
    return Table(columns, header, tuple(cells))


def _body() -> tuple[Heading | Paragraph | Table, ...]:
    return (
        _text(f"Thực hiện Quyết định số 06/QĐ-TTg, {_LONG}; kết quả như sau:"),
        Heading(1, "I.", (Text("Kết quả các mặt công tác"), NoteReference(1))),
        Heading(2, "1.", (Text("Chỉ đạo, triển khai thực hiện"),)),
        Paragraph((Text("Nổi bật trong kỳ báo cáo:"),), label="a)", level=3),
        Paragraph((Text(f"- {_LONG}"), NoteReference(2), Text("."))),
        Paragraph(
            (
                Text("- Đợt cao điểm: "),
                Text("(1)", superscript=True),
                Text(" rà soát "),
                Text("30.532", bold=True),
                Text(" dữ liệu theo "),
                Text("Quyết định phê duyệt", italic=True),
                Text("; xem "),
                Text("https://dichvucong.gov.vn", link="https://dichvucong.gov.vn"),
                LineBreak(),
                Text("và các văn bản kèm theo."),
            )
        ),
        Heading(
            2,
            "2.",
            (Text("Tuyên truyền thực hiện Đề án:"),),
            run_in=(Text(f" Các sở, ban, ngành đã {_LONG}"), NoteReference(3), Text(".")),
        ),
        Heading(3, "2.1.", (Text("Hạ tầng dịch vụ công"),)),
        _text(f"{_LONG}."),
        Heading(4, "a)", (Text("Tích hợp tiện ích"),)),
        _body_table(),
        *(_text(f"- {_LONG}.") for _ in range(12)),
        Heading(1, "II.", (Text("Khó khăn, vướng mắc"),)),
        _text("Không phát sinh."),
        Paragraph((Text("Trên đây là báo cáo tháng 9/2025"), NoteReference(5), Text("./."))),
    )


def _notes() -> tuple[Note, ...]:
    several = (
        _text("Gồm các văn bản sau:"),
        Paragraph((Text("Kế hoạch số 3992/KH-UBND"), Text(" ngày 17/9/2025;", italic=True))),
        _text("Công văn số 303/UBND-PVHCC."),
    )
    singles = {number: (_text(f"Công văn số {number}083/UBND-KT."),) for number in range(1, 7)}
    return tuple(Note(number, {**singles, 3: several}[number]) for number in range(1, 7))


@pytest.fixture
def sample() -> Document:
    """A whole report: notes 1 to 6 in heading, body, run-in text, cells; a landscape appendix."""
    return Document(
        letterhead=Letterhead(
            superior=("ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA"),
            issuer=("BAN CHỈ ĐẠO VỀ PHÁT TRIỂN KHOA HỌC,", "CÔNG NGHỆ VÀ ĐỀ ÁN 06"),
            number="Số: 87/BC-BCĐ",
            place_and_date="Khánh Hòa, ngày 19 tháng 9 năm 2025",
        ),
        title=Title(
            "BÁO CÁO",
            (Text(_SUBJECT),),
            (Text("(Từ ngày 16/8/2025 đến ngày 15/9/2025)"),),
        ),
        body=_body(),
        recipients=tuple(
            (Text(line),) for line in ("- Bộ Công an;", "- Thường trực Tỉnh ủy;", "- Lưu: VT. ĐT.")
        ),
        signatures=(
            Signature(("TM. BAN CHỈ ĐẠO",), "TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH", "Nguyễn Văn A"),
        ),
        properties=Properties(
            title=f"Báo cáo {_SUBJECT}",
            author="Ban Chỉ đạo tỉnh Khánh Hòa",
            subject=_SUBJECT,
            keywords=("Đề án 06", "tháng 9/2025"),
            created=date(2025, 9, 19),
        ),
        appendices=(
            Appendix(
                "Phụ lục",
                "Kết quả triển khai các mô hình",
                "(Kèm theo Báo cáo số 87/BC-BCĐ ngày 19 tháng 9 năm 2025 của Ban Chỉ đạo tỉnh)",
                (_text("Số liệu tính đến ngày 15/9/2025."), _appendix_table(12)),
                landscape=True,
            ),
        ),
        notes=_notes(),
    )


@pytest.fixture
def bare() -> Document:
    """The least a document can be: no superior, no period line, no notes, no appendix."""
    return Document(
        letterhead=Letterhead(
            (), ("SỞ NỘI VỤ",), "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-SNV", "Khánh Hòa"
        ),
        title=Title("BÁO CÁO", (Text("Về công tác tháng 9"),)),
        body=(_text("Không phát sinh./."),),
        recipients=((Text("- Lưu: VT."),),),
        signatures=(Signature((), "GIÁM ĐỐC", "", "Nguyễn Văn A"),),
        properties=Properties("Báo cáo về công tác tháng 9", "Sở Nội vụ", ""),
    )


@pytest.fixture
def letter(bare: Document) -> Document:
    """A letter: its subject fills two lines, and it goes to two places."""
    head = replace(
        bare.letterhead,
        number="Số: 12/UBND-KGVX",
        place_and_date="Khánh Hòa, ngày 05 tháng 9 năm 2025",
        subject=(Text("V/v triển khai một số nội dung theo Kết luận của Thủ tướng Chính phủ"),),
    )
    addressees = ((Text("Các sở, ban, ngành"),), (Text("UBND các xã, phường, đặc khu"),))
    return replace(bare, letterhead=head, title=Title("", ()), addressees=addressees)
