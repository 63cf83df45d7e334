"""What one document needs of its frame, beyond what every frame has."""

from collections.abc import Iterable, Iterator, Mapping

from reportgen.document.tree import Document, Paragraph, Picture, Role
from reportgen.problems import InputError, Place, Problem
from reportgen.writers.docx.package import Package
from reportgen.writers.docx.styles import NEEDED

#: Names that a frame may do without as long as the document has nothing under them.
_OPTIONAL = {
    "trich_yeu_cong_van": "trích yếu công văn",
    "do_khan": "mức độ khẩn",
    "pham_vi": "phạm vi lưu hành",
    "nguoi_soan_thao": "ký hiệu người soạn thảo",
    "dia_chi": "địa chỉ cơ quan",
    "chu_ky": "đủ các chữ ký",
}


def check_printed(package: Package, context: Mapping[str, object], file: str) -> None:
    """Raise InputError (MA099) with all that the document has and its frame did not print."""
    printed = "".join(
        content.decode("utf-8", "replace")
        for name, content in package.parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    )
    problems = [
        Problem(
            "MA099",
            f"khung không có chỗ in {what} (“{name}”)",
            Place(file),
            "xem templates/_khung/README.md để thêm vào khung, hoặc chép lại khung gốc",
        )
        for name, what in _OPTIONAL.items()
        if any(token not in printed for token in _tokens(context[name]))
    ]
    if problems:
        raise InputError(problems)


def needed_styles(document: Document) -> tuple[str, ...]:
    """Components whose styles the writer sets in this document."""
    blocks = (document.body, *(appendix.blocks for appendix in document.appendices))
    every = [block for part in blocks for block in part]
    roles = {block.role for block in every if isinstance(block, Paragraph)}
    roles |= {Role.PRESENTED for block in every if isinstance(block, Picture)}
    return tuple(dict.fromkeys((*NEEDED, *sorted(role.value for role in roles))))


def _tokens(value: object) -> Iterator[str]:
    """The tokens within a value of the frame's context; an empty one asks for no place."""
    if isinstance(value, str):
        yield from (value,) if value else ()
        return
    items: Iterable[object] = value.values() if isinstance(value, Mapping) else ()
    for item in value if isinstance(value, list) else items:
        yield from _tokens(item)
