"""TT034 and TT035: where `Nơi nhận` stands and that it ends with `Lưu` (Phụ lục I, II.9.b)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import quoted
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.words import FILED, fold

_CLAUSE = "Phụ lục I, II.9.b"


def _level(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    labels = word.anatomy.of(Component.RECIPIENTS_LABEL)
    titles = word.anatomy.of(Component.AUTHORITY) or word.anatomy.of(Component.POSITION)
    if not labels or not titles or labels[0].in_text_box or titles[0].in_text_box:
        return
    label, title = labels[0].place, titles[0].place
    apart = label.table is not None and label.table == title.table and label.row != title.row
    loose = (
        label.table is None
        and title.table is None
        and label.paragraph != title.paragraph
        and "\t" not in titles[0].text
    )
    if apart or loose:
        message = "“Nơi nhận:” không ngang hàng với dòng quyền hạn, chức vụ của người ký"
        hint = "dùng bảng không viền hai cột: trái là Nơi nhận, phải là chữ ký"
        yield LEVEL.about(message, hint, place=label)


def _filed(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    lines = [one for one in word.anatomy.of(Component.RECIPIENT) if one.text.strip()]
    if lines and not any(FILED.search(fold(one.text)) for one in lines):
        message = f"Nơi nhận không có dòng “Lưu”; dòng cuối là {quoted(lines[-1])}"
        yield FILED_LAST.about(message, "thêm dòng cuối “- Lưu: VT, …”", place=lines[-1].place)


LEVEL = Rule(
    "TT034",
    "vị trí của Nơi nhận",
    Severity.WARNING,
    clause(
        "“Nơi nhận” trình bày trên một dòng riêng, ngang hàng với dòng “quyền hạn, chức vụ của "
        f"người ký”, sát lề trái: {_CLAUSE}"
    ),
    "Nơi nhận đặt dưới chữ ký",
    "Nơi nhận bên trái, ngang hàng với chức vụ của người ký",
    _level,
)
FILED_LAST = Rule(
    "TT035",
    "dòng Lưu trong Nơi nhận",
    Severity.ERROR,
    clause(f"dòng cuối cùng của Nơi nhận là chữ “Lưu”: {_CLAUSE}"),
    "Nơi nhận:\n- Như trên.",
    "Nơi nhận:\n- Như trên;\n- Lưu: VT, TH.",
    _filed,
)
RULES = (LEVEL, FILED_LAST)
