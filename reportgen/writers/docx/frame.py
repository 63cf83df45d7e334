"""The frame: letterhead, title, signature and recipients in a Word file, filled by docxtpl."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from html import escape

from jinja2 import TemplateError, UndefinedError
from lxml import etree

from reportgen.document.tree import ADDRESSING, Document, Inlines, Signature, Text
from reportgen.problems import InputError, Place, Problem
from reportgen.writers.docx.oxml import Element, clean, plain_text, w
from reportgen.writers.docx.package import Package
from reportgen.writers.docx.safety import check_commands, checked_package
from reportgen.writers.docx.sandbox import FrameEnvironment
from reportgen.writers.docx.text import TextWriter
from reportgen.writers.frame_errors import formula_fault, unknown_name

#: What encloses a token: private-use characters, which no text has a reason to hold.
_OPEN, _CLOSE = "\ue000", "\ue001"
_NOBODY = Signature((), "", "", "")
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)


class Slots:
    """Texts that the frame prints where it prints their token.

    Nothing of a document's own text goes through Jinja or docxtpl, so all of it arrives as typed.
    """

    def __init__(self) -> None:
        self._values: dict[str, Inlines] = {}

    def token(self, content: Inlines | str) -> str:
        """A text for Jinja that stands for `content`; nothing for nothing, so that `if` works."""
        if not content:
            return ""
        inlines = (Text(content),) if isinstance(content, str) else content
        name = f"{_OPEN}{len(self._values)}{_CLOSE}"
        self._values[name] = inlines
        return name

    def fill(self, root: Element, text: TextWriter) -> None:
        """Put the inlines into the runs that hold their tokens, in the formatting of the run."""
        for run in [r for r in root.iter(w("r")) if _OPEN in plain_text(r)]:
            base = run.find(w("rPr"))
            made: list[Element] = []
            for piece in _pieces(plain_text(run)):
                inlines = self._values.get(piece, (Text(piece),))
                made += text.runs(inlines, base)
            for node in made:
                run.addprevious(node)
            _remove(run)

    def flatten(self, part: bytes) -> bytes:
        """A header or footer with the tokens as plain text; notes cannot stand there."""
        source = part.decode("utf-8")
        for token, inlines in self._values.items():
            plain = "".join(inline.value for inline in inlines if isinstance(inline, Text))
            source = source.replace(token, escape(clean(plain), quote=False))
        return source.encode("utf-8")


def _pieces(text: str) -> Iterator[str]:
    """The text cut at tokens, tokens kept."""
    while text:
        start = text.find(_OPEN)
        end = text.find(_CLOSE, start)
        if start < 0 or end < 0:
            yield text
            return
        if start:
            yield text[:start]
        yield text[start : end + 1]
        text = text[end + 1 :]


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def frame_context(document: Document, slots: Slots) -> dict[str, object]:
    """What the frame may print, by the names that stand in it (templates/_khung/README.md)."""
    head, title, marks = document.letterhead, document.title, document.markings
    signers = [_signer(signature, slots) for signature in document.signatures]
    return {
        "co_quan_chu_quan": [slots.token(line) for line in head.superior],
        "co_quan_ban_hanh": [slots.token(line) for line in head.issuer],
        "so_ky_hieu": slots.token(head.number),
        "dia_danh_ngay": slots.token(head.place_and_date),
        "trich_yeu_cong_van": slots.token(head.subject),
        "ten_loai": slots.token(title.kind),
        "trich_yeu": slots.token(title.subject),
        "dong_ky": slots.token(title.period),
        "loi_gui": slots.token(document.addressing),
        "gui_mot_noi": len(document.addressees) == 1 and document.addressing == ADDRESSING,
        "kinh_gui": [slots.token(line) for line in document.addressees],
        "noi_nhan": [slots.token(line) for line in document.recipients],
        "chu_ky": signers,
        **(signers[-1] if signers else _signer(_NOBODY, slots)),
        "do_khan": slots.token(marks.urgency),
        "pham_vi": [slots.token(line) for line in marks.circulation],
        "nguoi_soan_thao": slots.token(marks.drafter),
        "dia_chi": [slots.token(line) for line in marks.address],
    }


def _signer(signature: Signature, slots: Slots) -> dict[str, object]:
    return {
        "quyen_han": [slots.token(line) for line in signature.authority],
        "chuc_vu": slots.token(signature.position),
        "chuc_danh": slots.token(signature.official_title),
        "ho_ten": slots.token(signature.name),
    }


_UNREADABLE = (
    zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, etree.LxmlError,
)  # fmt: skip
"""What python-docx, which trusts its files, raises at those that no Word would write."""


class _Output(io.BytesIO):
    """Stays open: a ZIP that python-docx leaves behind when it fails is closed after its file."""

    def close(self) -> None:
        pass


def render_frame(frame: bytes, context: Mapping[str, object], file: str) -> bytes:
    """The frame with its expressions filled in; raises InputError where it cannot be.

    Values are escaped, unknown names are errors, and expressions run in the frame's sandbox.
    """
    return _filled(frame, json.dumps(context), file)


@lru_cache(maxsize=8)
def _filled(frame: bytes, values: str, file: str) -> bytes:
    """A frame with values (JSON): mere tokens, alike for documents with the same components."""
    from docxtpl import DocxTemplate

    context: dict[str, object] = json.loads(values)
    try:
        template = DocxTemplate(io.BytesIO(_prepared(frame, file)))
        template.render(context, FrameEnvironment())
        output = _Output()
        template.save(output)
    except UndefinedError as error:
        message = f"khung dùng tên không có: {unknown_name(error)}"
        raise _refused("MA092", message, file, f"các tên có sẵn: {', '.join(context)}") from error
    except TemplateError as error:
        hint = "xem lại các đoạn {{ … }} và {% … %} trong tệp khung"
        raise _refused(
            "MA093", f"khung có công thức sai: {formula_fault(error)}", file, hint
        ) from error
    except _UNREADABLE as error:
        hint = "mở tệp khung bằng Word, lưu lại dạng .docx; hoặc chép lại khung gốc"
        raise _refused("MA091", "tệp khung không đọc được như một tệp Word", file, hint) from error
    return output.getvalue()


@lru_cache(maxsize=8)
def _prepared(frame: bytes, file: str) -> bytes:
    """A frame that was looked through, as docxtpl may have it; once in a process for equal ones."""
    package = Package(checked_package(frame, file))
    check_commands(package, file)
    package.drop_properties()  # docxtpl would run them as templates
    return package.bytes(_NO_DATE)


def find_anchor(body: Element, style: str, file: str) -> Element:
    """The paragraph that marks where the body goes; raises InputError where there is none."""
    for paragraph in paragraphs_of(body, style):
        if paragraph.getparent() is body:
            return paragraph
    message = "khung không có đoạn đánh dấu chỗ đặt nội dung"
    hint = "thêm một đoạn (ngoài bảng) mang kiểu “Chỗ đặt nội dung” vào tệp khung"
    raise _refused("MA094", message, file, hint)


def paragraphs_of(root: Element, style: str | None) -> list[Element]:
    """The paragraphs of one style."""
    return [
        node
        for node in root.iter(w("p"))
        if any(mark.get(w("val")) == style for mark in node.findall(f"{w('pPr')}/{w('pStyle')}"))
    ]


def _refused(code: str, message: str, file: str, hint: str) -> InputError:
    return InputError([Problem(code, message, Place(file), hint)])
