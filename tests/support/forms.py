"""Small documents in the forms of the decree, Phụ lục III: a letter, a decision, a record."""

from dataclasses import replace

from reportgen.document.tree import (
    Appendix,
    Document,
    Inlines,
    Letterhead,
    Markings,
    Paragraph,
    Properties,
    Role,
    Signature,
    Text,
    Title,
)

#: Every component that Phụ lục I, III.2 to III.4 add to a document.
MARKINGS = Markings(
    urgency="HỎA TỐC",
    circulation=("LƯU HÀNH NỘI BỘ",),
    drafter="PL.(300)",
    address=(
        "Số 01 Trần Phú, phường Nha Trang, tỉnh Khánh Hòa. ĐT: (0258) 3822 549",
        "Thư điện tử: ubnd@khanhhoa.gov.vn. Trang thông tin điện tử: https://khanhhoa.gov.vn",
    ),
)
_OFFICE = ("ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA")
_DATE = "Khánh Hòa, ngày 05 tháng 01 năm 2026"
_CHAIR = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "", "Nguyễn Văn A")
_SENTENCE = (
    "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, Ủy ban "
    "nhân dân tỉnh đề nghị các cơ quan, đơn vị, địa phương triển khai các nội dung sau."
)


def line(value: str) -> Inlines:
    return (Text(value),)


def paragraph(value: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(line(value), role=role)


def letter() -> Document:
    """A công văn (form 1.5) with all further markings."""
    return Document(
        letterhead=Letterhead(
            (),
            _OFFICE,
            "Số: 12/UBND-KGVX",
            _DATE,
            line("V/v triển khai thi hành quy định của Chính phủ về công tác văn thư năm 2026"),
        ),
        title=Title("", ()),
        body=(paragraph(_SENTENCE), paragraph(f"{_SENTENCE}/.")),
        recipients=(line("- Như trên;"), line("- Lưu: VT, KGVX.")),
        signatures=(_CHAIR,),
        properties=Properties("Công văn về công tác văn thư", "UBND tỉnh Khánh Hòa", ""),
        addressees=(line("Các sở, ban, ngành thuộc tỉnh"), line("Ủy ban nhân dân các xã")),
        markings=MARKINGS,
    )


def decision() -> Document:
    """A quyết định (form 1.3) with its legal bases."""
    bases = (
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn "
        "thư;",
        "Theo đề nghị của Chánh Văn phòng.",
    )
    return replace(
        letter(),
        letterhead=Letterhead((), _OFFICE, "Số: 08/QĐ-UBND", _DATE),
        title=Title("QUYẾT ĐỊNH", line("Ban hành Quy chế công tác văn thư")),
        body=(
            paragraph("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", Role.CENTERED),
            *(paragraph(basis, Role.BASIS) for basis in bases),
            paragraph("QUYẾT ĐỊNH:", Role.CENTERED),
            Paragraph((Text("Điều 1.", bold=True), *line(f" {_SENTENCE}"))),
            paragraph("Quyết định này có hiệu lực thi hành kể từ ngày ký./."),
        ),
        addressees=(),
        markings=Markings(),
    )


def record() -> Document:
    """A biên bản (form 1.9): no place and date above, secretary and chair below."""
    return replace(
        letter(),
        letterhead=Letterhead(_OFFICE, ("SỞ NỘI VỤ",), "Số: 03/BB-SNV", ""),
        title=Title("BIÊN BẢN", line("Họp giao ban công tác tháng 01 năm 2026")),
        body=(paragraph("Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 01 năm 2026."),) * 6,
        recipients=(line("- Lưu: VT, Hồ sơ."),),
        signatures=(
            Signature((), "THƯ KÝ", "", "Nguyễn Văn A"),
            Signature((), "CHỦ TỌA", "GIÁM ĐỐC", "Trần Văn B"),
        ),
        addressees=(),
        markings=Markings(),
    )


def appendix(label: str = "Phụ lục") -> Appendix:
    return Appendix(label, "Danh mục", "(Kèm theo Công văn)", (paragraph("Hết."),))
