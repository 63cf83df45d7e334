"""VB057: text of the encodings TCVN3 and VNI, or set in the fonts that belong to them."""

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese.legacy import Encoding, decode, encoding_of

_CLAUSE = (
    "văn bản dùng bộ mã ký tự Unicode theo TCVN 6909:2001 (Phụ lục I, I.4 Nghị định 30/2020/NĐ-CP)"
)
_WORDS_SHOWN = 12
_FONTS = (
    (re.compile(r"\.vn", re.IGNORECASE), Encoding.TCVN3),
    (re.compile(r"vni[-\s]", re.IGNORECASE), Encoding.VNI),
)


def _check(subject: Subject) -> Iterator[Finding]:
    told = [
        (passage, encoding)
        for passage in subject.manuscript.passages
        if (encoding := encoding_of(passage.text))
    ]
    if not told:
        yield from _fonts(subject)
        return
    passage, encoding = told[0]
    meant = " ".join(decode(passage.text, encoding).split()[:_WORDS_SHOWN])
    message = (
        f"{len(told)} đoạn gõ bằng bảng mã {encoding}, không phải Unicode; "
        f"đoạn đầu tiên đọc là “{meant} …”"
    )
    hint = "chuyển mã sang Unicode dựng sẵn (trong Unikey: Ctrl+Shift+F6), phông Times New Roman"
    yield RULE.at(passage, 0, len(passage.text), message, hint)


def _fonts(subject: Subject) -> Iterator[Finding]:
    """Fonts of the old encodings, for text that is too short to tell by its letters."""
    if subject.word is None:
        return
    seen: Counter[tuple[str, Encoding]] = Counter()
    for paragraph in subject.word.word.paragraphs():
        for run in paragraph.runs:
            for pattern, encoding in _FONTS:
                if pattern.match(run.format.font) and not run.text.isascii():
                    seen[run.format.font, encoding] += 1
    for (font, encoding), _ in seen.most_common():
        message = f"có chữ đặt phông “{font}”, phông của bảng mã {encoding}"
        yield RULE.about(message, "chuyển mã sang Unicode dựng sẵn và đặt phông Times New Roman")


RULE = Rule(
    "VB057",
    "văn bản gõ bằng bảng mã cũ (TCVN3, VNI)",
    Severity.ERROR,
    _CLAUSE,
    "Céng hßa x· héi chñ nghÜa ViÖt Nam",
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    _check,
)
