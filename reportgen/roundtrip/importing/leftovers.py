"""What a Word file holds besides the text that was recognised: told, never dropped in silence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import etree

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Document, Heading, Note, Paragraph
from reportgen.layout.nd30 import MOTTO, NATIONAL_NAME, RECIPIENTS_WORD
from reportgen.readers.recognition.anatomy import Anatomy, Component
from reportgen.readers.word.model import WordFile
from reportgen.readers.word.package import Package
from reportgen.readers.word.parts import Parts
from reportgen.roundtrip.importing.comparing import Difference, folded, texts_of
from reportgen.vietnamese.text import fold_tone_placement

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PART = re.compile(
    r"word/(?:(?:document|footnotes|endnotes|header\d*|footer\d*)|charts/chart\d+|diagrams/data\d+)\.xml"
)
_TEXTS = frozenset({"t", "v"})
_RULES = re.compile(r"[-\u2010-\u2015_]+")  # dashes, and rules drawn with signs
_STAMP = re.compile(r"\W*dự thảo(?: lần (?:thứ )?\w+)?\W*", re.IGNORECASE)
_END_MARKS = ".,;:"
_ONLY_FIGURES = re.compile(r"[\W\d_]*")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text without a place in the dossier: where it stands in the Word file, and the text."""

    where: str
    text: str


def remarks_on(word: WordFile) -> Iterator[str]:
    """What a dossier has no form for, counted."""
    runs = [run for one in word.paragraphs() for run in one.runs]
    pictures = [run.picture for run in runs if run.picture]
    if pictures:
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(pictures) if name.strip())
        yield f"{len(pictures)} hình không chuyển được{f': {names}' if names else ''}"
    if any(one.in_text_box and not _STAMP.fullmatch(one.text) for one in word.paragraphs()):
        yield "có chữ trong khung văn bản (text box); chữ đã đưa vào lời văn, xem lại vị trí"
    hidden = sum(1 for run in runs if run.format.hidden and run.text.strip())
    if hidden:
        yield f"có {hidden} chỗ chữ ẩn; chữ đã thành chữ thường trong lời văn, xem lại"
    links = sum(1 for run in runs if run.link and run.link.strip() != run.text.strip())
    if links:
        yield f"{links} liên kết chỉ giữ lại chữ, không giữ địa chỉ"
    if word.tracked:
        yield "tệp có theo dõi sửa đổi (Track Changes): lấy chữ như khi chấp nhận hết"
    if word.comments:
        yield f"{len(word.comments)} lời nhận xét (Comment) không đưa vào hồ sơ"


def without_stamp(document: Document) -> tuple[Document, tuple[Leftover, ...]]:
    """The document without the `DỰ THẢO` that is stamped above its text, and what that says."""
    first = document.body[0] if document.body else None
    match first:
        case Heading(_, "", inlines, ()) | Paragraph(inlines, ""):
            text = plain_text(inlines)
            if _STAMP.fullmatch(text):
                stamp = Leftover("dấu trên văn bản", " ".join(text.split()))
                return replace(document, body=document.body[1:]), (stamp,)
    return document, ()


def leftover_comments(word: WordFile) -> Iterator[Leftover]:
    """The reviewers' remarks."""
    for one in word.comments:
        yield Leftover(f"nhận xét của {one.author or 'người xem'}", one.text)


def leftover_running(document: Document) -> Iterator[Leftover]:
    """Headers and footers but for page numbers."""
    for one in document.running:
        yield Leftover("đầu trang, chân trang", plain_text(one.inlines))


def leftover_standing(anatomy: Anatomy) -> Iterator[Leftover]:
    """Lines in the place of national name and motto that say something else."""
    printed = _standing(f"{NATIONAL_NAME}{MOTTO}")
    for component in (Component.NATIONAL_NAME, Component.MOTTO):
        for one in anatomy.of(component):
            bare = _standing(one.text)
            if bare and bare not in printed:
                yield Leftover(component.value, " ".join(one.text.split()))


def _standing(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold_tone_placement(folded(text)))


def known_text(document: Document) -> str:
    """All that a document says, what every document says too, folded, a line each."""
    head, title, markings = document.letterhead, document.title, document.markings
    lines: list[str] = [
        *head.superior, *head.issuer, head.number, head.place_and_date, plain_text(head.subject),
        title.kind, plain_text(title.subject), plain_text(title.period),
        document.addressing if document.addressees else "",
        *map(plain_text, document.addressees), *map(plain_text, document.recipients),
        markings.urgency, *markings.circulation, markings.drafter, *markings.address,
    ]  # fmt: skip
    for one in document.signatures:
        lines += [*one.authority, one.position, one.official_title, one.name]
    lines += [NATIONAL_NAME, MOTTO, RECIPIENTS_WORD]
    lines += texts_of(document.body)
    for appendix in document.appendices:
        lines += [appendix.label, appendix.title, appendix.attached_to, *texts_of(appendix.blocks)]
    lines += [text for note in document.notes for text in _note_texts(note)]
    return "\n".join(map(folded, lines))


def _note_texts(note: Note) -> list[str]:
    return texts_of(note.paragraphs)


def unread_texts(data: bytes, file: str, known: str) -> list[Leftover]:
    """Paragraphs of the file's XML of which some word is in none of the `known` (folded) lines.

    Charts, diagrams, equations and forms are looked through too; figures alone are left out, as
    are deleted text and what Word keeps twice. Raises InputError (WF009) for a part that is broken.
    """
    package = Package(data, file)
    parts = Parts(package)
    joined = _bare(known)
    found: dict[str, Leftover] = {}
    for name in sorted(package.names):
        if not _PART.fullmatch(name):
            continue
        for text in _paragraphs(parts.xml(name)):
            bare = _bare(text).rstrip(_END_MARKS)
            if not _ONLY_FIGURES.fullmatch(text) and not _is_known(text, bare, joined):
                found.setdefault(bare, Leftover(_place(name), " ".join(text.split())))
    return list(found.values())


def _bare(text: str) -> str:
    return _RULES.sub("", fold_tone_placement(folded(text)))


def _is_known(text: str, bare: str, joined: str) -> bool:
    """Whether a paragraph stands among the known ones, in pieces at least: every word of it, and
    most pairs of neighbours."""
    if bare in joined:
        return True
    words = [_bare(one).rstrip(_END_MARKS) for one in text.split()]
    pairs = [first + second for first, second in pairwise(words)]
    there = sum(1 for pair in pairs if pair in joined)
    return all(word in joined for word in words) and 2 * there >= len(pairs)


def _place(name: str) -> str:
    if "chart" in name or "diagram" in name:
        return "biểu đồ, sơ đồ"
    if "header" in name or "footer" in name:
        return "đầu trang, chân trang"
    return "nội dung"


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The text of each paragraph, of what lies outside of any each element's own."""
    pending: list[tuple[etree._Element, list[str]]] = [(root, [])]
    collected: list[list[str]] = []
    while pending:
        node, text = pending.pop()
        if not isinstance(node.tag, str) or node.tag in (_SKIPPED, f"{_WORD}del"):
            continue
        name = etree.QName(node).localname
        if name in ("p", "pt", "oMath"):
            text = []
            collected.append(text)
        if name in _TEXTS and node.text:
            text.append(node.text)
        elif name in ("tab", "br", "cr"):
            text.append(" ")
        pending += [(child, text) for child in reversed(node)]
    yield from ("".join(one) for one in collected if one)


def leftover_differences(found: Iterable[Difference]) -> Iterator[Leftover]:
    """The texts of the Word file that are printed otherwise, but for marks and blanks."""
    for one in found:
        if one.word.strip() and _standing(one.word) != _standing(one.printed):
            yield Leftover(one.where, one.word)


def leftovers_text(word_name: str, found: Iterable[Leftover]) -> str:
    """`chua_nhan_ra.md`: the texts without a place, for a person to look through."""
    parts = [
        f"# Chữ trong {word_name} chưa có chỗ trong hồ sơ",
        "Tệp này chỉ để xem, không in ra. Chữ nào cần thì chép vào hồ sơ, rồi xoá tệp này.",
    ]
    parts += [f"## {one.where}\n\n{one.text}" for one in found]
    return "\n\n".join(parts) + "\n"
