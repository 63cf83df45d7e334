"""Labels, headings and parts out of place: what TT018 to TT056 say beside measures."""

import copy
from dataclasses import replace
from random import Random

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from support.layouts import (
    LETTER,
    REPORT,
    WITH_APPENDICES,
    Word,
    added,
    paragraphs,
    removed,
    retyped,
    together,
)
from support.mutations.dates import EVERYWHERE
from support.mutations.editing import Drawn, adding, drawn, editing, plain
from support.mutations.layout import Faults
from support.mutations.planting import Kind

from reportgen.document.tree import Document, Heading

_TASKS = (
    "Rà soát thủ tục hành chính",
    "Cập nhật dữ liệu dân cư",
    "Tuyên truyền về chuyển đổi số",
    "Tập huấn cho công chức cấp xã",
    "Báo cáo kết quả thực hiện",
)


def _tasks(rng: Random, count: int) -> list[str]:
    return rng.sample(_TASKS, count)


def _two_styles(rng: Random) -> Drawn:
    one, two, three = _tasks(rng, 3)
    lines = f"1. {one}.\n2. {two}.\n{{}} {three}."
    return lines.format("3."), lines.format("3)"), "3)"


def _of_another_parent(rng: Random) -> Drawn:
    first, one, two = _tasks(rng, 3)
    wrong = rng.choice(("2.2.", "3.2."))
    lines = f"1. {first}\n1.1. {one}.\n{{}} {two}."
    return lines.format("1.2."), lines.format(wrong), wrong


def _inline_numbers(rng: Random) -> Drawn:
    tasks = [task[0].lower() + task[1:] for task in _tasks(rng, 4)]
    wrong = rng.choice(((1, 2, 4, 5), (1, 2, 2, 3), (1, 2, 3, 5)))

    def sentence(rng: Random, numbers: tuple[int, ...]) -> str:
        listed = zip(numbers, tasks, strict=True)
        return f"Các nhiệm vụ gồm: {'; '.join(f'({at}) {task}' for at, task in listed)}."

    odd = next(number for at, number in enumerate(wrong, 1) if number != at)
    return drawn(rng, sentence, ((1, 2, 3, 4),), (wrong,), f"({odd})")


def _nothing_under(rng: Random) -> Drawn:
    first, second = rng.sample(("KẾT QUẢ", "TỒN TẠI, HẠN CHẾ", "NHIỆM VỤ TRỌNG TÂM"), 2)
    heads = f"# I. {first}\n{{}}# II. {second}\nCác sở, ban, ngành tiếp tục triển khai."
    return heads.format("Hoàn thành các chỉ tiêu được giao.\n"), heads.format(""), first


def _untitled(document: Document, rng: Random) -> tuple[Document, str] | None:
    part = rng.choice(("Chương", "Phần"))
    heading = Heading(1, f"{part} I", ())
    article = replace(heading, level=2, label="Điều 1.", title=plain("Phạm vi điều chỉnh"))
    body = (heading, article, *document.body)
    return replace(document, body=body), f"{part} I"


def _without_letterhead(word: Word) -> None:
    for row in list(word.tables[0].rows):
        row._tr.getparent().remove(row._tr)


def _recipients_below(word: Word) -> None:
    row = word.tables[1].rows[0]._tr
    under = copy.deepcopy(row)
    row.addnext(under)
    for cell in (row.findall(qn("w:tc"))[0], under.findall(qn("w:tc"))[1]):
        for node in cell.findall(qn("w:p"))[:-1]:
            cell.remove(node)
        for text in cell.iter(qn("w:t")):
            text.text = ""


def _boxed(word: Word) -> None:
    shape = (
        f'<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
        ' style="width:200pt;height:60pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>Các sở, ban,'
        " ngành triển khai nhiệm vụ được giao.</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )
    paragraphs(word, "Body Text")[1]._p.append(parse_xml(shape))


FAULTS: Faults = {
    "không có phần đầu": (REPORT, _without_letterhead, ["TT018"]),
    "Quốc hiệu có dấu chấm": (
        REPORT,
        retyped("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."),
        ["TT022"],
    ),
    "công văn ghi tên loại": (LETTER, added("CÔNG VĂN", "Tên loại", "Kính gửi"), ["TT030"]),
    "Nơi nhận dưới chữ ký": (REPORT, _recipients_below, ["TT034"]),
    "không dẫn đến phụ lục": (
        WITH_APPENDICES,
        together(retyped("Body Text", "Kết quả cấp căn cước theo địa bàn đã được rà soát.")),
        ["TT044"],
    ),
    "chữ trong hộp": (REPORT, _boxed, ["TT072"]),
    "chữ Nơi nhận thiếu hai chấm": (REPORT, retyped("Nơi nhận", "Nơi nhận"), ["VB067"]),
    "Kính gửi: dòng kết thúc bằng dấu phẩy": (
        LETTER,
        together(retyped("Danh sách kính gửi", "- Các sở, ban, ngành,")),
        ["VB068"],
    ),
    "không có Nơi nhận": (
        REPORT,
        together(removed("Nơi nhận"), removed("Danh sách nơi nhận")),
        ["TT019"],
    ),
}
KINDS = (
    *(
        Kind(name, (code,), EVERYWHERE, adding(pair), rules="TT05")
        for name, code, pair in (
            ("hai kiểu số thứ tự", "TT052", _two_styles),
            ("số của mục cha khác", "TT053", _of_another_parent),
            ("số trong đoạn bị cách, lặp", "TT054", _inline_numbers),
            ("mục không có nội dung", "TT056", _nothing_under),
        )
    ),
    Kind("chương không có tiêu đề", ("TT055",), EVERYWHERE, editing(_untitled), rules="TT05"),
)
