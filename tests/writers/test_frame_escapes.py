"""Frames of strangers: no way out of the sandbox, or to keep it busy, gets through in any part."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from time import process_time

import pytest
from support.docx_parts import FRAME, write
from support.escapes import ESCAPES

from reportgen.document.tree import Document, Text
from reportgen.isolation import run_isolated
from reportgen.problems import InputError
from reportgen.writers.html import HtmlFrame, write_html

SECONDS = 5.0  # of reckoning; the slowest takes half of one
MEGABYTES = 300
TYPICAL = [
    *("walks: class of a text", "walks: format method", "globals: self", "globals: lipsum globals"),
    *("filters: attr", "filters: center", "statements: include", "statements: macro"),
    *("bombs: range", "bombs: power", "bombs: many loops within each other"),
    "bombs: text doubled by a block",
]
SOURCES = {name: source.replace("NAME", "ten_loai") for name, source in ESCAPES.items()}


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def with_parts(changes: Mapping[str, tuple[str, str]]) -> bytes:
    """The frame with a text in front of another in some parts; "" there is for a new part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(FRAME) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode("utf-8")
            if name in changes:
                before, added = changes[name]
                assert before in content
                content = content.replace(before, added + before, 1)
            target.writestr(name, content)
        for name in changes.keys() - source.namelist():
            target.writestr(name, changes[name][1])
    return buffer.getvalue()


def with_part(name: str, text: str, before: str) -> bytes:
    """The frame with a paragraph of that text in a part, in front of `before`."""
    return with_parts({name: (before, paragraph(text))})


def in_body(text: str) -> bytes:
    return with_part("word/document.xml", text, "<w:sectPr")


def refused(document: Document, made: bytes | HtmlFrame) -> None:
    began = process_time()
    with pytest.raises(InputError) as caught:
        write_html(document, made) if isinstance(made, HtmlFrame) else write(document, made)
    assert process_time() - began < SECONDS
    codes = {problem.code for problem in caught.value.problems}
    assert codes <= {"MA091", "MA092", "MA093", "MA097", "MA098"}
    assert all(problem.hint and problem.place for problem in caught.value.problems)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_a_word_frame_cannot_get_out(source: str, bare: Document) -> None:
    refused(bare, in_body(source))


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_a_page_and_a_style_sheet_cannot_get_out(source: str, bare: Document) -> None:
    refused(bare, HtmlFrame(source, ""))
    refused(bare, HtmlFrame("{{ kieu_dang }}", source))


@pytest.mark.parametrize("name", TYPICAL)
@pytest.mark.parametrize("tag", ["p", "r", "tr", "tc"])
def test_tags_for_paragraphs_and_runs_are_held_alike(name: str, tag: str, bare: Document) -> None:
    source = SOURCES[name].replace("{%", f"{{%{tag}").replace("{{", f"{{{{{tag}")
    refused(bare, in_body(source))


@pytest.mark.parametrize("name", TYPICAL)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_and_footers_are_held_alike(name: str, kind: str, bare: Document) -> None:
    parts = [one for one in zipfile.ZipFile(FRAME).namelist() if one.startswith(f"word/{kind}")]
    assert parts
    for part in parts:
        end = f"</w:{'hdr' if kind == 'header' else 'ftr'}>"
        refused(bare, with_part(part, SOURCES[name], end))


def with_footnotes(text: str) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    declared = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>'
    related = f'<Relationship Id="chu" Type="{office}/footnotes" Target="footnotes.xml"/>'
    notes = f'<w:footnote w:id="7">{paragraph(text)}</w:footnote>'
    return with_parts(
        {
            "[Content_Types].xml": ("</Types>", declared),
            "word/_rels/document.xml.rels": ("</Relationships>", related),
            "word/footnotes.xml": ("", f'<w:footnotes xmlns:w="{word}">{notes}</w:footnotes>'),
        }
    )


@pytest.mark.parametrize("name", TYPICAL)
def test_notes_of_a_frame_are_held_alike(name: str, bare: Document) -> None:
    refused(bare, with_footnotes(SOURCES[name]))


@pytest.mark.parametrize("part", ["docProps/core.xml", "docProps/app.xml", "word/styles.xml"])
def test_what_no_frame_prints_is_not_run(part: str, bare: Document) -> None:
    name = {"docProps/core.xml": "</cp:coreProperties>", "docProps/app.xml": "</Properties>"}
    text = "{{ ''.__class__ }}{% for a in range(10**9) %}{% endfor %}"
    added = f"<!-- {text} -->"
    if part == "docProps/core.xml":
        added = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{text}</dc:title>'
    made = write(bare, with_parts({part: (name.get(part, "</w:styles>"), added)}))
    assert made.text("Tên loại") == ["BÁO CÁO"]
    assert b"class '" not in b"".join(made.archive.read(one) for one in made.names())


def many(document: Document) -> Document:
    return replace(document, recipients=((Text("- Sở Nội vụ;"),),) * 200)


LOOPS = "{% for a in noi_nhan %}{% for b in noi_nhan %}{% for c in noi_nhan %}x"
ENDS = "{% endfor %}" * 3


def test_rounds_of_loops_are_counted_however_they_nest(bare: Document) -> None:
    for made in (in_body(LOOPS + ENDS), HtmlFrame(LOOPS + ENDS, "")):
        refused(many(bare), made)
    fits = "{% for a in noi_nhan %}{% for b in noi_nhan %}x{% endfor %}{% endfor %}"
    few = replace(bare, recipients=bare.recipients * 100)
    assert "x" * 50 in write_html(few, HtmlFrame(fits, ""))


def test_output_is_counted(bare: Document) -> None:
    long = "{% for a in noi_nhan %}" + "dài " * 50_000 + "{% endfor %}"
    for made in (in_body(long), HtmlFrame(long, "")):
        refused(many(bare), made)


def fill_all(document: Document) -> int:
    """Every way out tried in both kinds of frame."""
    for source in SOURCES.values():
        for made in (in_body(source), HtmlFrame(source, "")):
            refused(document, made)
    return len(SOURCES)


def test_nothing_of_it_takes_much_memory(bare: Document) -> None:
    assert run_isolated(fill_all, bare, seconds=100, megabytes=MEGABYTES) > 100
