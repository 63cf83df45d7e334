"""The runs of a paragraph: text, breaks, marks of notes, fields, links, pictures (§17.3.2-3)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportgen.readers.word.layers import run_layer
from reportgen.readers.word.model import NoteKind, RunFormat, WordRun
from reportgen.readers.word.shapes import Drawn, read_drawing
from reportgen.readers.word.story import Story, chosen, unwrapped
from reportgen.readers.word.styles import RunBase
from reportgen.readers.word.symbols import symbol
from reportgen.readers.word.tracing import Piece
from reportgen.wordprocessingml.names import MC, XML, Element, M, R, child, integer, is_on, value, w

_DROPPED = frozenset(w(name) for name in ("del", "moveFrom", "pPr", "delText"))
_NOTES = {
    w("footnoteReference"): NoteKind.FOOTNOTE,
    w("endnoteReference"): NoteKind.ENDNOTE,
}
_DRAWINGS = frozenset(w(name) for name in ("drawing", "pict", "object"))
_COMMENTS = frozenset(w(f"comment{name}") for name in ("RangeStart", "RangeEnd", "Reference"))
_ALTERNATIVES = f"{{{MC}}}AlternateContent"


@dataclass(slots=True)
class Runs:
    """Collects the runs of one paragraph, in order; `drawn` are the shapes anchored in it.

    `pieces` say which element printed which characters.
    """

    story: Story
    base: RunBase
    drawn: list[Drawn] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _runs: list[WordRun] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)  # of the last run, while it may grow
    _link: str = ""
    _inserted: bool = False
    _awaits_mark: bool = False  # a reference without number stands right before

    def finished(self) -> tuple[WordRun, ...]:
        """The runs that were read, neighbours of one look joined."""
        self._close()
        return tuple(self._runs)

    def _close(self) -> None:
        if self._texts:
            self._runs[-1] = replace(self._runs[-1], text="".join(self._texts))
            self._texts = []

    def _add(self, run: WordRun) -> None:
        self._close()
        self._runs.append(run)

    def take(self, parent: Element) -> None:
        """Read the content of a paragraph, or of what wraps a part of it."""
        for node in parent:
            tag = node.tag
            if tag == w("r"):
                self._take_run(node)
            elif tag == w("hyperlink"):
                self._within(node, link=self._target(node))
            elif tag in (w("ins"), w("moveTo")):
                self._within(node, inserted=True)
            elif tag == w("fldSimple"):
                self.story.fields.open(value(node, "instr"))
                self.take(node)
                self.story.fields.mark("end")
            elif tag in _COMMENTS:
                self.story.comments.meet(node, self.story.paragraph)
            elif isinstance(tag, str) and tag.startswith(f"{{{M}}}"):
                self._put(formula(node), RunFormat(), node)
            elif tag not in _DROPPED and (inner := unwrapped(node)) is not None:
                self.take(inner)

    def _within(self, node: Element, link: str = "", inserted: bool = False) -> None:
        before = self._link, self._inserted
        self._link, self._inserted = link or self._link, inserted or self._inserted
        self.take(node)
        self._link, self._inserted = before

    def _target(self, node: Element) -> str:
        relation = self.story.relations.get(node.get(f"{{{R}}}id") or "")
        address = relation.target if relation else ""
        anchor = value(node, "anchor")
        return f"{address}#{anchor}" if anchor else address

    def _take_run(self, node: Element) -> None:
        properties = node.find(w("rPr"))
        style = value(child(properties, "rStyle"))
        setting = self.story.setting
        layer = run_layer(properties, setting.theme)
        look = self.base.format(setting.styles.character(style), layer)
        self._take_content(node, look)

    def _take_content(self, parent: Element, look: RunFormat) -> None:
        for node in parent:
            tag = node.tag
            if tag in _TEXTS:
                self._put(_TEXTS[tag](node), look, node)
            elif tag == w("fldChar"):
                self._put(_form_field(node), look, node)
                self.story.fields.mark(value(node, "fldCharType"))
            elif tag == w("instrText"):
                self.story.fields.instruct(node.text or "")
            elif tag in _NOTES:
                self._put_note(_NOTES[tag], node, look)
            elif tag in _DRAWINGS:
                self._draw(node, look)
            elif tag == _ALTERNATIVES:
                if (branch := chosen(node)) is not None:
                    self._take_content(branch, look)
            elif tag == w("ruby"):
                for base in node.iterchildren(w("rubyBase")):
                    self.take(base)
            elif tag in _COMMENTS:
                self.story.comments.meet(node, self.story.paragraph)

    def _put(self, text: str, look: RunFormat, node: Element) -> None:
        if not text:
            return
        fields = self.story.fields
        if not fields.prints:
            fields.instruct(text)
            return
        if self._awaits_mark:
            self._name_mark(text)
            return
        link = self._link or fields.link
        run = WordRun("", look, None, link, fields.instruction, self._inserted)
        if not (self._texts and self._runs[-1] == run):
            self._add(run)
        self._texts.append(text)
        self.story.comments.take(text)
        self.pieces.append((node, text))

    def _put_note(self, kind: NoteKind, node: Element, look: RunFormat) -> None:
        custom = value(node, "customMarkFollows") in ("1", "true", "on")
        identifier = integer(value(node, "id")) or 0
        mark = self.story.setting.marks.next(kind, identifier, self.story.section, custom)
        self._add(WordRun("", look, mark, inserted=self._inserted))
        self.pieces.append((node, ""))
        self._awaits_mark = custom

    def _name_mark(self, text: str) -> None:
        run = self._runs[-1]
        if run.note is not None:
            self._runs[-1] = replace(run, note=replace(run.note, custom=text.strip()))
        self._awaits_mark = False

    def _draw(self, node: Element, look: RunFormat) -> None:
        drawn = read_drawing(node)
        self.drawn.append(drawn)
        if drawn.picture:
            self._add(WordRun("", look, inserted=self._inserted, picture=drawn.picture))


def _typed(node: Element) -> str:
    text = node.text or ""
    if not text:
        return ""
    text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    kept = node.get(f"{{{XML}}}space") == "preserve"
    return text if kept or not (text[0].isspace() or text[-1].isspace()) else text.strip(" \t")


def _form_field(node: Element) -> str:
    """What an old form field shows that has no text of its own: a box, or the chosen entry."""
    data = child(node, "ffData")
    box, choices = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        state = child(box, "checked")
        ticked = is_on(state if state is not None else child(box, "default"))
        return "☒" if ticked else "☐"
    if choices is not None:
        entries = [value(one) for one in choices.iterchildren(w("listEntry"))]
        index = integer(value(child(choices, "result"))) or 0
        return entries[index] if 0 <= index < len(entries) else ""
    return ""


def formula(node: Element) -> str:
    """The characters of a formula in reading order, a fraction with its stroke (§22.1)."""
    if node.tag == f"{{{M}}}t":
        return node.text or ""
    if node.tag == f"{{{M}}}f":
        halves = (node.find(f"{{{M}}}{name}") for name in ("num", "den"))
        return "/".join(formula(half) for half in halves if half is not None)
    return "".join(formula(part) for part in node if isinstance(part.tag, str))


#: What stands for characters in a run (§17.3.3), with what it prints.
_TEXTS: dict[str, Callable[[Element], str]] = {
    w("t"): _typed,
    w("sym"): symbol,
    w("tab"): lambda _: "\t",
    w("ptab"): lambda _: "\t",
    w("cr"): lambda _: "\n",
    w("br"): lambda node: "\f" if value(node, "type") in ("page", "column") else "\n",
    w("noBreakHyphen"): lambda _: "-",
}
