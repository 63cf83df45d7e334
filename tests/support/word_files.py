"""Word files zipped from snippets of WordprocessingML, and read back."""

import io
import zipfile
from collections.abc import Mapping

from reportgen.readers.word import read_word
from reportgen.readers.word.model import WordFile, WordParagraph, WordRun, WordTable

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARED = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/></w:sectPr>'
)


def docx(
    body: str,
    *,
    section: str = _PAGE,
    relations: Mapping[str, tuple[str, str]] | None = None,
    extra: Mapping[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """A package with that body; `styles`, `numbering`, `footnotes` … are the insides of parts.

    `relations` of the document: id → (kind, target), web addresses being external. A part of
    another name (`header1`) is related as what its name begins with, by its own name as id.
    """
    files = {"word/document.xml": _root("document", f"<w:body>{body}{section}</w:body>")}
    related = dict(relations or {})
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = inside if kind == "theme" else _root(root, inside)
        related[name] = (kind, f"{name}.xml")
    files["word/_rels/document.xml.rels"] = _relations(related)
    files["_rels/.rels"] = _relations({"rId1": ("officeDocument", "word/document.xml")})
    files["[Content_Types].xml"] = _types(files)
    raw = {name: text.encode() for name, text in files.items()} | dict(extra or {})
    return zipped(raw)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of those files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read(body: str, **parts: str) -> WordFile:
    """The file with that body, read."""
    return read_word(docx(body, **parts), "vb.docx")


def paragraphs(body: str, **parts: str) -> list[WordParagraph]:
    """Every paragraph of that body."""
    return list(read(body, **parts).paragraphs())


def texts(body: str, **parts: str) -> list[str]:
    """The texts of all paragraphs of that body, labels in front."""
    return [f"{one.label} {one.text}".strip(" ") for one in paragraphs(body, **parts)]


def runs(inside: str, **parts: str) -> tuple[WordRun, ...]:
    """The runs of a paragraph with that content."""
    (paragraph,) = paragraphs(f"<w:p>{inside}</w:p>", **parts)
    return paragraph.runs


def table(inside: str, **parts: str) -> WordTable:
    """The table with those rows (and w:tblPr, w:tblGrid before them)."""
    (found,) = read(f"<w:tbl>{inside}</w:tbl>", **parts).blocks
    assert isinstance(found, WordTable)
    return found


def p(text: str, properties: str = "", run: str = "") -> str:
    """A w:p of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A w:r with that text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _root(name: str, inside: str) -> str:
    return f"<w:{name} {_DECLARED}>{inside}</w:{name}>"


def _relations(related: Mapping[str, tuple[str, str]]) -> str:
    nodes = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for identifier, (kind, target) in related.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{nodes}</Relationships>'


def _types(files: Mapping[str, str]) -> str:
    nodes = "".join(
        f'<Override PartName="/{name}" ContentType="{_CONTENT}.{_kind(name)}+xml"/>'
        for name in files
        if name.startswith("word/") and name.endswith(".xml")
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{namespace}"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/>{nodes}</Types>'
    )


def _kind(name: str) -> str:
    kind = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
    return "document.main" if kind == "document" else kind
