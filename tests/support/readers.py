"""What our files say when programs that are not ours read them."""

import html
import io
import re
from collections import Counter

import docx2python
import mammoth
import pypdfium2


def words(text: str) -> Counter[str]:
    """The words of a text, order, case and white space aside."""
    return Counter(re.findall(r"\w+", text.casefold()))


def mammoth_html(data: bytes) -> str:
    """The document as mammoth's HTML; its complaints are errors."""
    result = mammoth.convert_to_html(io.BytesIO(data))
    problems = [one for one in result.messages if "Unrecognised paragraph style" not in one.message]
    assert not problems, problems
    return str(result.value)


def mammoth_text(data: bytes) -> str:
    """The document's text by mammoth; a note's number stands after its word, as it is printed."""
    calls = re.sub(r"<sup><a [^>]*>\[(\d+)\]</a></sup>", r"\1", mammoth_html(data))
    plain = re.sub(r"</?(?:strong|em|sup|sub|a)\b[^>]*>|↑", "", calls)
    return html.unescape(re.sub(r"<[^>]+>", " ", plain))


def docx_footnotes(data: bytes) -> list[str]:
    """The footnotes' texts as docx2python reads them, their paragraphs joined by line breaks."""
    with docx2python.docx2python(io.BytesIO(data)) as content:
        notes = content.footnotes
        texts = [text for table in notes for row in table for cell in row for text in cell]
    joined = "\n".join(text for text in texts if text.strip())
    return [note.strip() for note in re.split(r"(?m)^footnote\d+\)\s", joined)[1:]]


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page, by PDFium."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
