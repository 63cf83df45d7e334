"""Comments as a package part: the comments themselves, and the marks that tie them to words."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from reportgen.readers.word.parts import Parts
from reportgen.wordprocessingml.names import Element, integer, local, value, w
from reportgen.writers.docx.oxml import element, put, text_nodes

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
AUTHOR, INITIALS = "reportgen", "RG"
#: The names of Word's own styles for comments, as every language of Word files them.
_TEXT, _MARK = "annotation text", "annotation reference"
_SIZE = 20  # half-points; what Word's style for comments has


@dataclass(slots=True)
class Comments:
    """The comments of a file while some are added; `root` is the part's w:comments."""

    root: Element
    moment: datetime | None
    _styles: dict[str, str]
    _next: int = field(default=0)

    @classmethod
    def of(cls, parts: Parts, document: Element, moment: datetime | None) -> "Comments":
        """Those that are there, or none; ids go on after all that `document` refers to."""
        found = parts.related("comments")
        root = element("comments") if found is None else found
        names = (w("comment"), w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
        nodes = (*root.iter(names[0]), *document.iter(*names[1:]))
        taken = [integer(value(node, "id")) for node in nodes]
        free = max((number for number in taken if number is not None), default=-1) + 1
        return cls(root, moment, _styles(parts), max(free, 0))

    def add(self, text: str) -> tuple[Element, list[Element]]:
        """Add a comment; the mark that opens its range, then the two that close it (§17.13.4)."""
        number = self._next
        self._next += 1
        self.root.append(self._comment(number, text))
        reference = element("r", *self._look(_MARK), element("commentReference", id=number))
        closing = [element("commentRangeEnd", id=number), reference]
        return element("commentRangeStart", id=number), closing

    def _comment(self, number: int, text: str) -> Element:
        paragraphs = [self._paragraph(line) for line in text.split("\n")]
        mark = element("r", *self._look(_MARK), element("annotationRef"))
        paragraphs[0].insert(1, mark)
        attributes: dict[str, str | int] = {"id": number, "author": AUTHOR, "initials": INITIALS}
        if self.moment is not None:
            aware = self.moment.astimezone(UTC) if self.moment.tzinfo else self.moment
            attributes["date"] = aware.strftime("%Y-%m-%dT%H:%M:%SZ")
        return element("comment", *paragraphs, **attributes)

    def _paragraph(self, line: str) -> Element:
        properties, looks = element("pPr"), element("rPr")
        if style := self._styles.get(_TEXT):
            put(properties, element("pStyle", val=style))
        else:
            # What the file's ordinary text is set with is not meant for the margin.
            put(properties, element("spacing", before=0, after=0, line=240, lineRule="auto"))
            put(properties, element("ind", left=0, right=0, firstLine=0))
            put(properties, element("jc", val="left"))
            put(looks, element("sz", val=_SIZE))
            put(looks, element("szCs", val=_SIZE))
        return element("p", properties, element("r", looks, *text_nodes(line)))

    def _look(self, style: str) -> list[Element]:
        identifier = self._styles.get(style)
        return [element("rPr", element("rStyle", val=identifier))] if identifier else []


def _styles(parts: Parts) -> dict[str, str]:
    """The ids of the styles for comments, where the file has them."""
    found = {}
    root = parts.related("styles")
    for node in () if root is None else root:
        if local(node) == "style":
            name = value(node.find(w("name"))).casefold()
            if name in (_TEXT, _MARK):
                found[name] = value(node, "styleId")
    return found
