"""Numbering: the label of each heading and numbered paragraph, counted through one text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportgen.document.label_styles import LabelStyle, read_specimen
from reportgen.problems import Place, Problem, Severity

Locate = Callable[[str], Place | None]

_LONGEST_QUOTED = 80
_SPECIMEN_HINT = "dùng các kiểu như “I.”, “1.”, “1.1.”, “a)”"


def read_scheme(
    specimens: Sequence[str], locate: Locate
) -> tuple[tuple[LabelStyle, ...], list[Problem]]:
    """The label style of each level, and a problem (DS003) for each specimen that says nothing."""
    styles: list[LabelStyle] = []
    problems = []
    for specimen in specimens:
        style = read_specimen(specimen)
        if style is None or (style.composed and not styles):
            message = f"không hiểu kiểu đánh số “{specimen}”"
            problems.append(Problem("DS003", message, locate(specimen), _SPECIMEN_HINT))
            style = LabelStyle("", "1", ".", composed=False)
        styles.append(style)
    return tuple(styles), problems


@dataclass(slots=True)
class _Level:
    """Where the count of one level stands under its present parent."""

    count: int = 0
    number: str = ""
    labels: set[str] = field(default_factory=set)


class Numbering:
    """Counts labels in reading order; `problems` gathers what is wrong with them."""

    def __init__(self, styles: Sequence[LabelStyle], locate: Locate) -> None:
        self.problems: list[Problem] = []
        self._styles = styles
        self._locate = locate
        self._levels: list[_Level] = []

    def label(self, level: int, explicit: str | None, title: str) -> str:
        """The label of the next part of `level` (from 1), whose text as typed is `title`.

        An `explicit` label is kept; where it fits the scheme the count goes on from it.
        """
        del self._levels[level:]
        self._levels += [_Level() for _ in range(level - len(self._levels))]
        if explicit is not None:
            label = self._keep(level, explicit)
        elif level > len(self._styles):
            self._too_deep(level, title)
            return ""
        else:
            label = self._count(level, title)
        labels = self._levels[-1].labels
        if label and label in labels:
            self._warn(
                "DS001",
                f"hai mục cùng số “{label}”: “{_short(title)}”",
                self._place(level, explicit, title),
                "bỏ nhãn ghi tay “[…]” ở một trong hai mục, hoặc sửa cho khác nhau",
            )
        labels.add(label)
        return label

    def _count(self, level: int, title: str) -> str:
        style, state = self._styles[level - 1], self._levels[-1]
        parent = self._levels[-2].number if level > 1 else ""
        if style.composed and not parent:
            self._warn(
                "DS004",
                f"mục “{_short(title)}” đánh số theo mục cấp trên, nhưng mục cấp trên không có số",
                self._place(level, None, title),
                f"thêm mục cấp {level - 1} ở trước, hoặc ghi số bằng tay: {'#' * level} [1.1.] …",
            )
        state.count += 1
        state.number = style.number(state.count, parent)
        return style.label(state.number)

    def _keep(self, level: int, explicit: str) -> str:
        state, label = self._levels[-1], explicit.strip()
        style = self._styles[level - 1] if level <= len(self._styles) else None
        read = style.read(label) if style else None
        if read:
            state.number, state.count = read
        else:
            state.number = label.strip("().[] ")
        return label

    def _too_deep(self, level: int, title: str) -> None:
        message = (
            f"mục cấp {level} “{_short(title)}” sâu hơn cách đánh số ({len(self._styles)} cấp)"
        )
        hint = "bớt dấu #, thêm một cấp vào danh_so, hoặc ghi nhãn bằng tay trong “[…]”"
        self.problems.append(Problem("DS002", message, self._place(level, None, title), hint))

    def _warn(self, code: str, message: str, place: Place | None, hint: str) -> None:
        self.problems.append(Problem(code, message, place, hint, Severity.WARNING))

    def _place(self, level: int, explicit: str | None, title: str) -> Place | None:
        """Where a part begins: its line as typed; failing that, its text wherever it stands."""
        label = "" if explicit is None else f"[{explicit}] "
        lines = (f"{'#' * level}{dot} {label}{title}" for dot in ("", "."))
        places = (self._locate(text) for text in (*lines, title))
        return next((place for place in places if place), None)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_QUOTED else f"{title[:_LONGEST_QUOTED]}…"
