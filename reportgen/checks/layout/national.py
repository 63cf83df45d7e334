"""TT022 and TT023: the words of Quốc hiệu and Tiêu ngữ (Phụ lục I, II.1)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import printed
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import MOTTO, NATIONAL_NAME
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.vietnamese import fold_tone_placement, nfc


def _national(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for line in word.anatomy.of(Component.NATIONAL_NAME) if word else ():
        text = printed(line)
        if fold_tone_placement(nfc(text)).upper() != NATIONAL_NAME:
            message = f"Quốc hiệu viết là “{text}”"
            yield NATIONAL.about(message, f"viết “{NATIONAL_NAME}”", place=line.place)


def _motto(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    for line in word.anatomy.of(Component.MOTTO) if word else ():
        text = printed(line)
        if fold_tone_placement(nfc(text)) != MOTTO:
            message = f"Tiêu ngữ viết là “{text}”"
            yield THE_MOTTO.about(message, f"viết “{MOTTO}”", place=line.place)


NATIONAL = Rule(
    "TT022",
    "chữ của Quốc hiệu",
    Severity.ERROR,
    clause(f"Quốc hiệu là “{NATIONAL_NAME}”: Phụ lục I, II.1.a"),
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
    NATIONAL_NAME,
    _national,
)
THE_MOTTO = Rule(
    "TT023",
    "chữ của Tiêu ngữ",
    Severity.ERROR,
    clause(
        "chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối, có cách chữ: "
        "Phụ lục I, II.1.b"
    ),
    "Độc lập – Tự do – Hạnh Phúc",
    MOTTO,
    _motto,
)
RULES = (NATIONAL, THE_MOTTO)
