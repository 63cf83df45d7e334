"""Notes: definitions and references brought together, one to one, numbered in reading order."""

from collections.abc import Callable, Iterable

from markdown_it.token import Token

from reportgen.document.inlines import TakeNote, plain_text, read_inlines
from reportgen.document.markdown import NoteSource
from reportgen.document.tree import Inline, Note, NoteReference, Paragraph, Text
from reportgen.problems import Place, Problem, Severity


class Notes:
    """Takes definitions first, then references as they are read; `problems` says what is wrong."""

    def __init__(
        self,
        locate: Callable[[str], Place | None],
        trace: Callable[[str], Place | None] = lambda _: None,
    ) -> None:
        self.problems: list[Problem] = []
        self._locate = locate
        self._trace = trace
        self._definitions: dict[str, NoteSource] = {}
        self._numbers: dict[str, int] = {}
        self._texts: list[tuple[str, ...]] = []
        self._nested: set[str] = set()

    def define(self, sources: Iterable[NoteSource]) -> None:
        """Take the definitions of one text; a name may be defined once in the whole document."""
        for source in sources:
            key = _key(source.name)
            if key in self._definitions:
                self._report(
                    "GC002",
                    f"chú thích “[^{source.name}]” có hai nội dung",
                    f"[^{source.name}]:",
                    "đổi tên một trong hai; tên chú thích dùng chung cho cả văn bản và phụ lục",
                )
            self._definitions.setdefault(key, source)

    def take(self, token: Token) -> Inline:
        """The mark for a token of the running text."""
        match token.type:
            case "note_inline":
                return self._add((token.content,))
            case "note_reference":
                return self._refer(token.content)
        return self._unclosed()

    def finish(self) -> tuple[Note, ...]:
        """All notes in order, read at last; reports definitions that nothing refers to."""
        notes = tuple(
            Note(number, tuple(map(self._paragraph, texts)))
            for number, texts in enumerate(self._texts, 1)
        )
        for key, source in self._definitions.items():
            if key not in self._numbers and key not in self._nested:
                self._report(
                    "GC003",
                    f"chú thích “[^{source.name}]” có nội dung nhưng không được dẫn ở đâu",
                    f"[^{source.name}]",
                    f"đặt [^{source.name}] vào chỗ cần chú thích, hoặc bỏ nội dung này",
                    Severity.WARNING,
                )
        return notes

    def _paragraph(self, text: str) -> Paragraph:
        return Paragraph(read_inlines(text, self._refuse), origin=self._trace(text))

    def _refer(self, name: str) -> Inline:
        key, mark = _key(name), f"[^{name}]"
        if key in self._numbers:
            self._report(
                "GC004",
                f"chú thích “{mark}” được dẫn hai lần",
                mark,
                "mỗi chú thích chỉ dẫn một lần; viết thêm một chú thích khác cho chỗ sau",
            )
            return NoteReference(self._numbers[key])
        if key not in self._definitions:
            self._report(
                "GC001",
                f"chú thích “{mark}” chưa có nội dung",
                mark,
                f"thêm dòng “{mark}: nội dung”, hoặc viết ngay tại chỗ: ^[nội dung]; "
                f"nếu muốn in đúng các dấu này thì gõ \\{mark}",
            )
            return Text(mark)
        reference = self._add(self._definitions[key].paragraphs, mark)
        self._numbers[key] = reference.number
        return reference

    def _add(self, paragraphs: tuple[str, ...], mark: str = "^[") -> NoteReference:
        if not any(text.strip() for text in paragraphs):
            self._report(
                "GC007",
                f"chú thích “{mark}” không có chữ nào",
                mark,
                "viết nội dung, hoặc bỏ chú thích này",
                Severity.WARNING,
            )
        self._texts.append(paragraphs or ("",))
        return NoteReference(len(self._texts))

    def _refuse(self, token: Token) -> Inline:
        """A note within a note: reported, and kept as typed so that nothing is lost."""
        if token.type == "note_unclosed":
            return self._unclosed()
        inline = token.type == "note_inline"
        mark = f"^[{token.content}]" if inline else f"[^{token.content}]"
        self._nested.add(_key(token.content))
        self._report(
            "GC005",
            f"chú thích “{mark}” nằm trong một chú thích khác",
            mark,
            "đưa nội dung vào ngoặc đơn hoặc thành một đoạn của chú thích ngoài",
        )
        return Text(mark)

    def _unclosed(self) -> Inline:
        self._report(
            "GC008",
            "chú thích mở bằng “^[” mà không có dấu “]” đóng trong cùng đoạn",
            "^[",
            "thêm dấu “]” ở cuối chú thích; nếu muốn in đúng các dấu này thì gõ \\^[",
            Severity.WARNING,
        )
        return Text("^[")

    def _report(
        self,
        code: str,
        message: str,
        fragment: str,
        hint: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        place = self._locate(fragment)
        self.problems.append(Problem(code, message, place, hint, severity))


def refuse_notes(where: str, place: Place | None, problems: list[Problem]) -> TakeNote:
    """For text that can bear no note (`where`: “tiêu đề phụ lục”): report it, keep it as typed."""

    def refuse(token: Token) -> Inline:
        if token.type == "note_unclosed":
            return Text(token.content)
        message = f"không đặt được chú thích trong {where}"
        hint = "chuyển chú thích vào phần nội dung"
        problems.append(Problem("GC006", message, place, hint))
        return Text(f"[^{token.content}]")

    return refuse


def read_plain(text: str, take_note: TakeNote) -> str:
    """The characters of a text that the tree keeps without formatting."""
    return plain_text(read_inlines(text, take_note))


def _key(name: str) -> str:
    return " ".join(name.split())
