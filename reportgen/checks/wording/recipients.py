"""VB065 to VB067: how `Nơi nhận` is written (Phụ lục I, II.9.b)."""

from collections.abc import Iterator
from itertools import zip_longest

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.vietnamese import fold_tone_placement, nfc

_CLAUSE = "Phụ lục I, II.9.b Nghị định 30/2020/NĐ-CP"
_LABEL = "Nơi nhận:"
_DASHES = (
    "-",
    "–",
    "—",
    "•",
    "·",
    "●",
    "▪",
    "+",
    "*",
)  # typed, or the bullets of an automatic list
_AS_ABOVE = ("như trên", "như kính gửi", "như điều", "như ")


def _marks(subject: Subject) -> Iterator[Finding]:
    if subject.facts.party:
        return  # a comma or a semicolon there (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW)
    lines = _recipients(subject)
    filed = [index for index, passage in enumerate(lines) if _is_filed(passage)]
    listed = lines[: filed[-1] + 1] if filed else lines  # the drafter's sign may follow
    if listed and not any(_has_dash(passage) for passage in listed):
        yield _told(listed[0], 0, "các dòng không có gạch đầu dòng", f"viết “- {listed[0].text}”")
        return
    for passage, following in zip_longest(listed, listed[1:]):
        if following is not None and _goes_on(following):
            continue  # one name on two lines
        wanted = ";" if following is not None else "."
        if not _has_dash(passage) and not _goes_on(passage):
            text = passage.text.rstrip()
            yield _told(passage, 0, "dòng này không có gạch đầu dòng", f"viết “- {text}”")
        else:
            yield from _ended(passage, wanted)


def _ended(passage: Passage, wanted: str) -> Iterator[Finding]:
    text = passage.text.rstrip()
    if text.endswith(wanted) and not text.endswith((";;", "..", ".;", ";.")):
        return
    what = "dòng cuối" if wanted == "." else "dòng này"
    right = f"{text.rstrip(' ;,.:')}{wanted}"
    start = text.rfind(" ") + 1
    yield _told(passage, start, f"{what} không kết thúc bằng “{wanted}”", f"viết “{right}”")


def _has_dash(passage: Passage) -> bool:
    return passage.text.lstrip().startswith(tuple(_DASHES))


def _goes_on(passage: Passage) -> bool:
    """Whether the line goes on with the name of the one before: no dash, a small letter."""
    return not _has_dash(passage) and passage.text.lstrip()[:1].islower()


def _told(passage: Passage, start: int, message: str, hint: str) -> Finding:
    return MARKS.at(passage, start, len(passage.text.rstrip()), f"Nơi nhận: {message}", hint)


def _as_above(subject: Subject) -> Iterator[Finding]:
    lines = _recipients(subject)
    if not subject.document.addressees or not lines or subject.facts.party:
        return
    first = lines[0].text.lstrip(f"{_DASHES} ").casefold()
    if not first.startswith(_AS_ABOVE):
        message = "văn bản có “Kính gửi” mà dòng đầu của Nơi nhận không phải “Như trên”"
        yield AS_ABOVE.at(lines[0], 0, len(lines[0].text), message, "thêm dòng đầu “- Như trên;”")


def _label(subject: Subject) -> Iterator[Finding]:
    if subject.word is None or not subject.document.recipients:
        return
    for paragraph in subject.word.anatomy.of(Component.RECIPIENTS_LABEL):
        text = nfc(" ".join(paragraph.text.split()))
        if text and fold_tone_placement(text) != _LABEL:
            message = f"từ “Nơi nhận” viết là “{text}”"
            yield LABEL.about(
                message, f"viết “{_LABEL}” trên một dòng riêng", place=paragraph.place
            )


def _recipients(subject: Subject) -> list[Passage]:
    return [passage for passage in subject.manuscript.passages if passage.component == "recipients"]


def _is_filed(passage: Passage) -> bool:
    return passage.text.lstrip(f"{_DASHES} ").casefold().startswith("lưu")


MARKS = Rule(
    "VB065",
    "gạch đầu dòng và dấu cuối dòng của Nơi nhận",
    Severity.ERROR,
    f"mỗi nơi nhận có gạch đầu dòng, cuối dòng “;”, dòng “Lưu” kết thúc bằng “.” ({_CLAUSE})",
    "- Như trên;\n- Bộ Công an,\n- Lưu: VT",
    "- Như trên;\n- Bộ Công an;\n- Lưu: VT, NC.",
    _marks,
)
AS_ABOVE = Rule(
    "VB066",
    "“Như trên” đứng đầu Nơi nhận của văn bản có Kính gửi",
    Severity.WARNING,
    f"văn bản có “Kính gửi” thì nơi nhận đầu tiên là “Như trên” ({_CLAUSE})",
    "Kính gửi: Bộ Công an\n- Bộ Công an;\n- Lưu: VT.",
    "Kính gửi: Bộ Công an\n- Như trên;\n- Lưu: VT.",
    _as_above,
)
LABEL = Rule(
    "VB067",
    "cách viết từ “Nơi nhận:”",
    Severity.WARNING,
    f"từ “Nơi nhận” trên một dòng riêng, sau có dấu hai chấm ({_CLAUSE})",
    "Nơi nhận",
    "Nơi nhận:",
    _label,
)
RULES = (MARKS, AS_ABOVE, LABEL)
