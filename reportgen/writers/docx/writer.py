"""The whole way from a document tree and a frame to the bytes of a DOCX."""

import posixpath
from collections.abc import Mapping
from datetime import datetime

from reportgen.document.tree import Document
from reportgen.layout.balance import balanced
from reportgen.problems import InputError, Place, Problem
from reportgen.writers.docx.appendices import append_appendices
from reportgen.writers.docx.blocks import block_elements, keep_with_next
from reportgen.writers.docx.boxes import set_boxes, set_signature_columns
from reportgen.writers.docx.frame import Slots, find_anchor, frame_context, render_frame
from reportgen.writers.docx.links import Links
from reportgen.writers.docx.margins import appendix_margins, fill_margins
from reportgen.writers.docx.needs import check_printed, needed_styles
from reportgen.writers.docx.notes import RELATION, add_notes, referred
from reportgen.writers.docx.oxml import Element, w
from reportgen.writers.docx.package import OFFICE, Package
from reportgen.writers.docx.properties import set_properties
from reportgen.writers.docx.rules import set_rules
from reportgen.writers.docx.sections import area_of, section_of
from reportgen.writers.docx.styles import StyleIds
from reportgen.writers.docx.text import TextWriter


def write_docx(
    document: Document, frame: bytes, created: datetime, frame_file: str = "khung.docx"
) -> bytes:
    """The document as the bytes of a Word file; the same input gives the same bytes.

    `frame` is a Word file with the letterhead (see templates/_khung/README.md), `created` the date
    that the file carries, `frame_file` the frame's name in messages. Raises InputError where the
    frame cannot be used, ValueError where the tree's notes and references do not match.
    """
    document = balanced(document)
    slots = Slots()
    context = frame_context(document, slots)
    package = Package(render_frame(frame, context, frame_file))
    check_printed(package, context, frame_file)
    main = package.related("", f"{OFFICE}/officeDocument") or "word/document.xml"
    styles = _styles(package, main, document, frame_file)
    root = package.xml(main)
    body = _checked_body(root, frame_file)
    links = Links()
    text = TextWriter(styles, links)
    slots.fill(body, text)
    section = section_of(body)
    width = area_of(section).width
    fill_margins(package, slots, styles, width)
    set_boxes(body, styles, width)
    set_signature_columns(body, document, styles, width)
    margins = appendix_margins(package, main, section, styles) if document.appendices else {}
    _build(body, document, text, margins, frame_file)
    if referred(root) != [note.number for note in document.notes]:
        raise ValueError("notes and their references do not match one to one in reading order")
    package.store(main, root)
    package.relate(main, f"{OFFICE}/hyperlink", links.targets, external=True)
    package.relate(main, f"{OFFICE}/image", text.pictures.targets)
    for target, data in text.pictures.parts.items():
        package.put(posixpath.join(posixpath.dirname(main), target), data, "image/png")
    if document.notes or package.related(main, RELATION):
        add_notes(package, main, document.notes, styles)
    set_properties(package, document.properties, created)
    return package.bytes(created)


def _build(
    body: Element,
    document: Document,
    text: TextWriter,
    margins: Mapping[str, str],
    frame_file: str,
) -> None:
    area = area_of(section_of(body))
    set_rules(body, document, text.styles, area.width)
    anchor = find_anchor(body, text.styles["anchor"], frame_file)
    made = block_elements(document.body, area, text)
    keep_with_next(made)
    for node in made:
        anchor.addprevious(node)
    body.remove(anchor)
    append_appendices(body, document.appendices, margins, text)


def _styles(package: Package, main: str, document: Document, frame_file: str) -> StyleIds:
    name = package.related(main, f"{OFFICE}/styles")
    if name is None:
        raise _frame_problem("MA095", "khung không có bảng kiểu (styles)", frame_file)
    styles = StyleIds(package.xml(name))
    missing = styles.missing(needed_styles(document))
    if missing:
        raise InputError(
            Problem(
                "MA095",
                f"khung thiếu kiểu “{style}”",
                Place(frame_file),
                "tạo lại kiểu có đúng tên này trong Word, hoặc bắt đầu lại từ khung gốc",
            )
            for style in missing
        )
    return styles


def _checked_body(root: Element, frame_file: str) -> Element:
    body = root.find(w("body"))
    if body is None or body.find(w("sectPr")) is None:
        raise _frame_problem("MA091", "khung không có phần thân của một tệp Word", frame_file)
    if referred(root):
        raise _frame_problem("MA096", "khung có chú thích cuối trang của riêng nó", frame_file)
    return body


def _frame_problem(code: str, message: str, frame_file: str) -> InputError:
    hint = "mở tệp khung bằng Word và sửa, hoặc bắt đầu lại từ khung gốc"
    return InputError([Problem(code, message, Place(frame_file), hint)])
