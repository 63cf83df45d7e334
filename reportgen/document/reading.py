"""Reading a draft: its texts to blocks, labels counted and notes numbered through all of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.document.cells import read_pipe_table, read_table
from reportgen.document.inlines import read_inlines
from reportgen.document.label_styles import LabelStyle
from reportgen.document.markdown import (
    HeadingSource,
    NoteSource,
    NumberedSource,
    ParagraphSource,
    PictureSource,
    Source,
    TableSource,
    parse_blocks,
)
from reportgen.document.notes import Notes
from reportgen.document.numbering import Numbering, read_scheme
from reportgen.document.spans import spans_of
from reportgen.document.tree import Block, Blocks, Heading, Inlines, Note, Paragraph, Table, Text
from reportgen.drafting.comparisons import PlacedInset, alone, inset_name
from reportgen.drafting.draft import Draft, DraftTable
from reportgen.problems import Problem, Severity

# One mark alone may well be a hashtag.
_MARKS_WITHOUT_SPACE = re.compile(r"#{2,}\.?[^\s#.]|#{7}")

_ARTICLE = "Điều "  # set bold even without a title (Phụ lục III, 1.1-1.3)


@dataclass(frozen=True, slots=True)
class Content:
    """What the texts of a draft hold; `appendices` in the draft's order."""

    body: Blocks
    appendices: tuple[Blocks, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


def read_draft(draft: Draft, insets: Mapping[str, Block] | None = None) -> Content:
    """Read the body, then the appendices (text before table); notes count in that order.

    `insets` are the pictures of the draft's charts and its tables against last period, by name;
    what has none leaves nothing.
    """
    body = parse_blocks(draft.body)
    texts = [parse_blocks(appendix.text) for appendix in draft.appendices]
    notes = Notes(draft.locate, draft.trace)
    for sources in (body, *texts):
        notes.define(source for source in sources if isinstance(source, NoteSource))
    styles, problems = read_scheme(draft.numbering, draft.locate)
    reader = _Reader(draft, styles, notes, problems, insets or {})
    body_blocks = reader.read(body)
    appendices = tuple(
        reader.read(sources, appendix.table)
        for sources, appendix in zip(texts, draft.appendices, strict=True)
    )
    found = notes.finish()
    problems += (_misplaced(one) for one in draft.insets if one.name not in reader.shown)
    return Content(body_blocks, appendices, found, tuple(problems + notes.problems))


def _misplaced(inset: PlacedInset) -> Problem:
    message = f"{inset_name(inset)} đứng chung dòng với chữ khác, hoặc trong chú thích"
    return Problem("MA033", message, inset.place, alone(inset))


class _Reader:
    """Reads one text after the other; each begins its labels anew."""

    def __init__(
        self,
        draft: Draft,
        styles: Sequence[LabelStyle],
        notes: Notes,
        problems: list[Problem],
        insets: Mapping[str, Block],
    ) -> None:
        self._insets = insets
        self._asked = {one.name for one in draft.insets}
        self.shown: set[str] = set()
        self._locate = draft.locate
        self._trace = draft.trace
        self._styles = styles
        self._notes = notes
        self._problems = problems

    def read(self, sources: Sequence[Source], table: DraftTable | None = None) -> Blocks:
        numbering = Numbering(self._styles, self._locate)
        blocks = [block for source in sources for block in self._blocks(source, numbering)]
        if table:
            blocks.append(read_table(table, self._notes.take))
        self._problems += numbering.problems
        return tuple(blocks)

    def _blocks(self, source: Source, numbering: Numbering) -> Iterator[Block]:
        match source:
            case NoteSource():
                return
            case PictureSource(name) if name in self._asked:
                self.shown.add(name)
                if name in self._insets:
                    yield self._insets[name]
            case PictureSource(_, text):
                yield self._block(ParagraphSource(text), numbering)
            case _:
                yield self._block(source, numbering)

    def _block(
        self,
        source: ParagraphSource | HeadingSource | NumberedSource | TableSource,
        numbering: Numbering,
    ) -> Block:
        match source:
            case ParagraphSource(text, role):
                self._warn_of_marks(text)
                return Paragraph(self._inlines(text), role=role, origin=self._trace(text))
            case NumberedSource(level, explicit, text):
                label = numbering.label(level, explicit, text)
                inlines, origin = self._inlines(text), self._trace(text)
                if label.startswith(_ARTICLE):
                    return Heading(level, label, (), inlines, origin)
                return Paragraph(inlines, label, level, origin=origin)
            case HeadingSource(level, explicit, text, run_in):
                label = numbering.label(level, explicit, text)
                title = self._inlines(text)
                origin = self._trace(run_in or text) or self._trace(text)
                return Heading(level, label, title, self._run_in(run_in), origin)
            case TableSource():
                return self._pipe_table(source)

    def _warn_of_marks(self, text: str) -> None:
        if _MARKS_WITHOUT_SPACE.match(text):
            shown = text.partition("\n")[0][:40]
            message = f"dòng “{shown}” bắt đầu bằng dấu # nhưng không thành tiêu đề"
            hint = "tiêu đề viết “## Tiêu đề”: từ 1 đến 6 dấu #, rồi một dấu cách, rồi chữ"
            place = self._locate(text)
            self._problems.append(Problem("DS006", message, place, hint, Severity.WARNING))

    def _inlines(self, text: str) -> Inlines:
        return read_inlines(text, self._notes.take)

    def _run_in(self, text: str | None) -> Inlines:
        if text is None:
            return ()
        first, *rest = self._inlines(text)
        if isinstance(first, Text) and first == Text(first.value):
            return (Text(f" {first.value}"), *rest)
        return (Text(" "), first, *rest)

    def _pipe_table(self, source: TableSource) -> Table:
        width = len(source.alignments)
        for row in source.rows:
            if len(row) > width:
                message = f"hàng “{row[0]} | …” của bảng có {len(row)} ô, tiêu đề chỉ có {width} ô"
                hint = "bỏ dấu | thừa, hoặc gõ \\| nếu dấu | là một phần của chữ"
                self._problems.append(Problem("DS005", message, self._locate(row[-1]), hint))
        for part in (source.header, source.rows):
            for number, column in spans_of(part).astray:
                self._problems.append(self._astray(part[number], column))
        return read_pipe_table(source, self._notes.take, self._trace)

    def _astray(self, row: Sequence[str], column: int) -> Problem:
        mark = row[column]
        message = f"ô “{mark}” ở hàng “{' | '.join(row)[:60]}” không gộp được nên in ra như chữ"
        hint = (
            "^^ gộp với ô ngay trên, << gộp với ô bên trái, các ô gộp phải thành một hình chữ "
            "nhật; muốn in chính dấu ấy thì gõ \\^^, \\<<"
        )
        return Problem("DS007", message, self._locate(" | ".join(row)), hint, Severity.WARNING)
