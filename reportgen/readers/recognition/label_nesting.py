"""Levels of labels: the order in which the label styles of one text nest."""

from collections.abc import Iterable, Sequence

from reportgen.readers.recognition.label_shapes import Label

#: Styles whose place above all others is the decree's own (Phụ lục I, II.6.c-đ).
_GREAT = ("phần", "chương", "mục", "tiểu mục", "điều", "A.", "I.")
_ROMAN = {"i": 1, "v": 5, "x": 10}  # letters that may be Roman numerals


def levels(labels: Iterable[Label | None]) -> list[int]:
    """The level of each label, from 1; of a paragraph without one, that of its parent (from 0)."""
    read = list(_told_apart(labels))
    scheme = _scheme([label for label in read if label is not None])
    found = []
    current = 0
    for label in read:
        if label is not None:
            current = scheme.index(label.style) + 1
        found.append(current)
    return found


def _told_apart(labels: Iterable[Label | None]) -> Iterable[Label | None]:
    """The labels, `i)` a Roman numeral where it does not follow `h)`."""
    last: Label | None = None
    for read in labels:
        label = read
        count = _ROMAN.get(label.text.strip("(). ")) if label is not None else None
        if label is not None and count and not _follows(last, label):
            label = Label(label.text, label.style.replace("a", "i"), count)
        if label is not None and label.style.strip("().") in ("a", "i"):
            last = label
        yield label


def _follows(last: Label | None, label: Label) -> bool:
    return last is not None and last.style == label.style and last.count + 1 >= label.count


def _scheme(labels: Sequence[Label]) -> list[str]:
    """Every style once, outermost first."""
    scheme: list[str] = []
    stack: list[tuple[str, int]] = []
    for label in labels:
        stack = _opened(stack, label)
        if label.style not in scheme:
            parent = stack[-1][0] if stack else None
            scheme.insert(_place(scheme, parent, label.style), label.style)
        stack.append((label.style, label.count))
    return scheme


def _place(scheme: Sequence[str], parent: str | None, style: str) -> int:
    if parent is not None:
        return scheme.index(parent) + 1
    rank = _rank(style)
    return next((at for at, other in enumerate(scheme) if _rank(other) > rank), len(scheme))


def _opened(stack: Sequence[tuple[str, int]], label: Label) -> list[tuple[str, int]]:
    """The labels that the new one stands under."""
    styles = [style for style, _ in stack]
    if label.style in styles:
        return list(stack[: styles.index(label.style)])
    rank = _rank(label.style)
    if rank < len(_GREAT):
        return [one for one in stack if _rank(one[0]) < rank]
    if "." in label.style.rstrip("."):  # 1.1. stands under 1.
        depth = label.style.count("1")
        return [one for one in stack if not _is_composed(one[0], depth)]
    return list(stack)


def _is_composed(style: str, depth: int) -> bool:
    """Whether the style is a number of at least as many parts."""
    return "." in style.rstrip(".") and style.count("1") >= depth


def _rank(style: str) -> int:
    """The place of a great style among its kind; all others share the place below."""
    folded = style if style in _GREAT else style.rstrip("./)") + "."
    return _GREAT.index(folded) if folded in _GREAT else len(_GREAT)
