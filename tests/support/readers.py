"""What our files say when programs that are not ours read them."""

import io
import re
from collections import Counter

import docx2python
import mammoth
import pypdfium2


def words(text: str) -> Counter[str]:
    """The words of a text, order aside, hyphenation and white space ignored."""
    return Counter(re.findall(r"\w+", text))


def mammoth_html(data: bytes) -> str:
    """The document as mammoth's HTML; its complaints are errors."""
    result = mammoth.convert_to_html(io.BytesIO(data))
    problems = [one for one in result.messages if "Unrecognised paragraph style" not in one.message]
    assert not problems, problems
    return str(result.value)


def docx_footnotes(data: bytes) -> list[str]:
    """The footnotes' texts as docx2python reads them."""
    with docx2python.docx2python(io.BytesIO(data)) as content:
        notes = content.footnotes
        texts = [text for table in notes for row in table for cell in row for text in cell]
    return [text for text in texts if text.strip()]


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page, by PDFium."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
