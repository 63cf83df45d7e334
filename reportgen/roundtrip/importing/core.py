"""`reportgen import`: a Word report as the files of a dossier, held against the report itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportgen.document.tree import Document, Heading, Table
from reportgen.problems import InputError, Problem, Severity
from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.roundtrip.flat import is_plain_table
from reportgen.roundtrip.importing.centred import with_centred_titles
from reportgen.roundtrip.importing.comparing import (
    Difference,
    component_differences,
    folded,
    text_differences,
)
from reportgen.roundtrip.importing.emphasis import lost_emphasis
from reportgen.roundtrip.importing.indicators import Indicators, with_indicators
from reportgen.roundtrip.importing.leftovers import (
    Leftover,
    known_text,
    leftover_comments,
    leftover_differences,
    leftover_running,
    leftover_standing,
    leftovers_text,
    remarks_on,
    unread_texts,
    without_stamp,
)
from reportgen.roundtrip.importing.mending import mended
from reportgen.roundtrip.importing.model import (
    FIGURES,
    LEFTOVERS,
    Build,
    Counts,
    Imported,
    Surroundings,
)
from reportgen.roundtrip.importing.particulars import Particulars, particulars_of
from reportgen.roundtrip.importing.plans import Plan, plan, ways
from reportgen.roundtrip.importing.wording import Writer

_MOST_MENDED = 12

Attempt = tuple[Plan, Document | None, tuple[Problem, ...]]


def import_word(
    recognised: Recognised, data: bytes, build: Build, surroundings: Surroundings
) -> Imported:
    """The dossier that prints what the Word file says.

    `data` is the file itself, looked through once more for words that nobody has read. Of the
    ways to write the text down the first is taken that prints the same; what still differs is
    told in the result.
    """
    document, stamps = without_stamp(recognised.document)
    document = with_centred_titles(document, recognised.word)
    recognised = replace(recognised, document=document)
    writer = Writer(document.notes, ())
    found = particulars_of(document, writer)
    best: Attempt | None = None
    fewest = -1
    for way in ways(document, found, writer):
        attempt = _attempt(plan(document, writer, found, surroundings, way), build)
        count = _count(document, attempt)
        if best is None or count < fewest:
            best, fewest = attempt, count
        if not count:
            break
    assert best is not None  # noqa: S101 - there is at least one way
    return _imported(recognised, data, best, build, stamps)


def _count(document: Document, attempt: Attempt) -> int:
    printed = attempt[1]
    return len(text_differences(document, printed)) if printed else 1_000_000


def _attempt(first: Plan, build: Build) -> Attempt:
    """The plan with what its build refuses left out, component by component."""
    one = first
    problems: tuple[Problem, ...] = ()
    for _ in range(_MOST_MENDED):
        try:
            return one, build(one.name, one.files()), ()
        except InputError as error:
            problems = tuple(x for x in error.problems if x.severity is Severity.ERROR)
        better = mended(one, problems)
        if better is None:
            break
        one = better
    return one, None, problems


def _imported(
    recognised: Recognised,
    data: bytes,
    attempt: Attempt,
    build: Build,
    stamps: Sequence[Leftover],
) -> Imported:
    document = recognised.document
    one, printed, problems = attempt
    had = text_differences(document, printed) if printed else []
    differing = [*component_differences(document, printed), *had] if printed else []
    indicators = Indicators()
    if printed:
        indicators = with_indicators(one, build, lambda now: text_differences(document, now) == had)
    files = one.files()
    if indicators.count:
        files = {**replace(one, texts=indicators.texts).files(), FIGURES: indicators.table}
    found = [*stamps, *_standing_apart(recognised), *leftover_differences(differing)]
    known = _known(printed or document, differing, found)
    leftovers = (*found, *unread_texts(data, recognised.word.file, known))
    if leftovers:
        files[LEFTOVERS] = leftovers_text(one.word, leftovers)
    return Imported(
        dossier=one.name,
        files=files,
        counts=_counts(document, one, indicators.count),
        recognised=tuple(_components(recognised)),
        confirm=(*_missing(one.found), *indicators.confirm, *_to_confirm(one.found)),
        remarks=(
            *remarks_on(recognised.word),
            *map(_told, differing),
            *_given_up(document, printed),
        ),
        leftovers=leftovers,
        faults=tuple(problem.message for problem in problems),
    )


def _standing_apart(recognised: Recognised) -> Iterable[Leftover]:
    yield from leftover_running(recognised.document)
    yield from leftover_comments(recognised.word)
    yield from leftover_standing(recognised.anatomy)


def _known(
    printed: Document, differing: Sequence[Difference], leftovers: Sequence[Leftover]
) -> str:
    """All that is printed or told, folded, a line each."""
    told = (*(x.word for x in differing), *(x.text for x in leftovers))
    return "\n".join((known_text(printed), *map(folded, told)))


def _told(one: Difference) -> str:
    had, now = (" ".join(text.split()) for text in (one.word, one.printed))
    if not had:
        return f"{one.where}: in thêm “{_short(now)}”, tệp Word không có"
    if not now:
        return f"{one.where}: không in “{_short(had)}” của tệp Word"
    return f"{one.where}: tệp Word viết “{_short(had)}”, hồ sơ in “{_short(now)}”"


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _given_up(document: Document, printed: Document | None) -> Iterable[str]:
    """What is not as in Word although every word is there."""
    joined = _tables_with_lines(document) - (_tables_with_lines(printed) if printed else 0)
    if joined > 0:
        yield (
            f"{joined} bảng có ô nhiều đoạn hoặc nhiều dòng: chữ giữ đủ, các đoạn trong một ô nối "
            "thành một"
        )
    lost = lost_emphasis(document, printed) if printed else []
    if lost:
        shown = ", ".join(f"“{_short(one, 20)}”" for one in lost[:3])
        yield f"{len(lost)} chỗ đậm, nghiêng giữa chừng một từ thành chữ thường: {shown}"


def _tables_with_lines(document: Document) -> int:
    texts = (document.body, *(one.blocks for one in document.appendices))
    tables = (one for blocks in texts for one in blocks if isinstance(one, Table))
    return sum(1 for one in tables if not is_plain_table(one))


def _counts(document: Document, one: Plan, indicators: int) -> Counts:
    blocks = [*document.body, *(x for a in document.appendices for x in a.blocks)]
    return Counts(
        sections=sum(1 for part in one.parts if part.heading is not None),
        paragraphs=sum(1 for x in blocks if not isinstance(x, Table | Heading)),
        notes=len(document.notes),
        tables=sum(1 for x in blocks if isinstance(x, Table)),
        appendices=len(document.appendices),
        indicators=indicators,
    )


_UNTOLD = frozenset(
    {Component.RULE, Component.NATIONAL_NAME, Component.MOTTO, Component.RECIPIENTS_LABEL}
)


def _components(recognised: Recognised) -> Iterable[str]:
    for component in Component:
        found = recognised.anatomy.of(component)
        if found and component not in _UNTOLD:
            text = " / ".join(" ".join(x.text.split()) for x in found if x.text.strip())
            yield f"{component.value}: {_short(text, 80)}"


def _missing(found: Particulars) -> Iterable[str]:
    for what in found.missing:
        yield f"tệp Word không có {what}; chỗ đó đang là dấu …, hoặc in dòng trống"


def _to_confirm(found: Particulars) -> Iterable[str]:
    period, kind = found.dossier.get("ky"), found.kind
    if isinstance(period, Mapping):
        yield f"kỳ báo cáo: từ ngày {period['tu']} đến ngày {period['den']}"
    elif period:
        yield f"kỳ báo cáo: {period}"
    elif kind is not None and kind.key == "bao_cao":
        yield "chưa nhận ra kỳ báo cáo; báo cáo theo kỳ thì thêm khóa ky, ví dụ ky: 9/2025"
    if kind is None:
        yield "chưa nhận ra loại văn bản; có thì thêm khóa loai, ví dụ loai: bao_cao"
    elif kind.numbered and "so" not in found.dossier:
        yield "tệp Word chưa có số văn bản; có thì thêm khóa so, ví dụ so: 87"
    if str(found.dossier.get("ngay", "")).count("/") < 2:
        yield "tệp Word chưa có ngày ban hành; có thì ghi đủ ở khóa ngay, ví dụ ngay: 19/9/2025"
