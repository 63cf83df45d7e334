"""The lines around the text, field by field: what of them was changed, put in, left out."""

import re
from dataclasses import replace

from reportgen.document.tree import Document
from reportgen.readers.recognition import Recognised
from reportgen.roundtrip.merging.comparing.aligning import align, likeness
from reportgen.roundtrip.merging.comparing.changing import Three, changed
from reportgen.roundtrip.merging.comparing.components import (
    Fields,
    Line,
    bare_line,
    fields_of,
    is_enumerated,
    is_list,
    is_text_of_lines,
    joined,
    signature_pairs,
)
from reportgen.roundtrip.merging.comparing.letters import Letters, inlines_of, plain
from reportgen.roundtrip.merging.comparing.noting import NoteBook
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path, Target, TargetKind, Unplaced

Lines = tuple[Line, ...]
_ALIKE, _SAME = 0.4, 0.8
_SPACED = (("letterhead", "number"),)
_SET_BY_RULE = ("recipients", "addressees", "letterhead", "signatures")  # whatever is typed
_NO_SIGNATURE = "người ký thêm phải khai trong hồ sơ (mục chu_ky)"


class FieldComparison:
    """Compares the fields of three documents.

    `rescued` are the paragraphs of the edited file that its reader took for text, because they do
    not read as the component any more that they were.
    """

    def __init__(
        self, own: Document, rendered: Recognised, edited: Recognised, book: NoteBook
    ) -> None:
        self._book = book
        self.edits: list[Edit] = []
        self.unplaced: list[Unplaced] = []
        self.targets: dict[int, Target] = {}
        self.rescued: set[int] = set()
        self._own, self._rendered = fields_of(own), fields_of(rendered.document)
        self._edited = self._as_rendered(rendered.document, edited.document)
        self._astray = _astray(rendered, edited)

    def _as_rendered(self, rendered: Document, edited: Document) -> Fields:
        """The fields of the edited file, signatures by their indices in the rendered one."""
        pairs = {theirs: ours for ours, theirs in signature_pairs(rendered, edited)}
        made: Fields = {}
        for path, lines in fields_of(edited).items():
            index = path[1] if path[0] == "signatures" else None
            if not isinstance(index, int):
                made[path] = lines
            elif index in pairs:
                made["signatures", pairs[index], path[2]] = lines
            else:
                for line in lines:
                    self.unplaced.append(
                        Unplaced("", line.letters.printed, _NO_SIGNATURE, line.place)
                    )
        return made

    def compare(self) -> None:
        """Compare all fields, once."""
        for path in self._own:
            self._look_for(path)
        for path, own in self._own.items():
            lines = self._rendered.get(path, ()), self._edited.get(path, ())
            self._field(path, own, *lines)

    def _look_for(self, path: Path) -> None:
        """Look elsewhere for lines that the edited file has not where they were."""
        lines, edited = self._rendered.get(path, ()), self._edited.get(path, ())
        there = {line.letters.tokens for line in edited}
        missing = [line for line in lines if line.letters.tokens not in there]
        if not missing or (edited and not is_enumerated(path)):
            return
        least = _SAME if edited else _ALIKE
        found = [self._rescue(path, line, least) for line in missing]
        self._edited[path] = (*edited, *(one for one in found if one is not None))

    def _rescue(self, path: Path, line: Line, least: float) -> Line | None:
        """The paragraph among the text that the line became."""
        likes = [(likeness(line.item, one.item), -at) for at, one in enumerate(self._astray)]
        like, at = max(likes, default=(0.0, 0))
        if like < least or (place := self._astray[-at].place) is None:
            return None
        self.rescued.add(place.paragraph)
        return replace(line, letters=bare_line(path, self._astray.pop(-at).letters), place=place)

    def _field(self, path: Path, own: Lines, rendered: Lines, edited: Lines) -> None:
        counts = {len(own), len(rendered), len(edited)}
        as_one = not is_list(path) or len(own) != len(rendered)
        if as_one or (is_text_of_lines(path) and len(counts) > 1):
            self._whole(path, *map(joined, (own, rendered, edited)))
        else:
            self._lines(path, own, rendered, edited)

    def _whole(self, path: Path, own: Lines, rendered: Lines, edited: Lines) -> None:
        if path in _SPACED and rendered and edited:
            own, rendered, edited = (tuple(map(_tight, one)) for one in (own, rendered, edited))
        text = own[0].letters if own else Letters()
        target = Target(TargetKind.COMPONENT, path, text.printed)
        self._change(
            target,
            Three(
                text,
                rendered[0].letters if rendered else Letters(),
                edited[0].letters if edited else Letters(),
            ),
            edited[0] if edited else None,
        )

    def _lines(self, path: Path, own: Lines, rendered: Lines, edited: Lines) -> None:
        pairs = align([one.item for one in rendered], [one.item for one in edited])
        partners = {other: one for one, other in pairs}
        last: Target | None = None
        for index, line in enumerate(edited):
            if index not in partners:
                self.edits.append(_inserted(path, line, last))
                continue
            ours, theirs = own[partners[index]], rendered[partners[index]]
            last = _target(path, ours)
            self._change(last, Three(ours.letters, theirs.letters, line.letters), line)
        for index, line in enumerate(own):
            if index not in partners.values():
                target = _target(path, line)
                before = inlines_of(line.letters)
                self.edits.append(Edit(EditKind.DELETED, target.kind, target, path, before))

    def _change(self, target: Target, three: Three, line: Line | None) -> None:
        place = line.place if line else None
        if place is not None:
            self.targets[place.paragraph] = target
        edit = changed(three, target, self._book, place, None)
        if edit and not (edit.emphasis_only and target.path[0] in _SET_BY_RULE):
            self.edits.append(edit)


def _tight(line: Line) -> Line:
    """The line without the blanks that are left for a number to be written in by hand."""
    text = re.sub(r"\s*/\s*", "/", line.letters.text)
    return replace(line, letters=plain(re.sub(r"\s*:\s*", ": ", text)))


def _target(path: Path, line: Line) -> Target:
    return Target(TargetKind.COMPONENT, (*path, line.index), line.letters.printed)


def _inserted(path: Path, line: Line, last: Target | None) -> Edit:
    after = inlines_of(line.letters)
    return Edit(EditKind.INSERTED, TargetKind.COMPONENT, last, path, after=after, place=line.place)


def _astray(rendered: Recognised, edited: Recognised) -> list[Line]:
    """The body's paragraphs of the edited file that the rendered one has not."""
    known = {"".join(one.paragraph.text.split()) for one in rendered.anatomy.text}
    return [
        Line(plain(one.paragraph.text).trimmed(), place=one.paragraph.place)
        for one in edited.anatomy.text
        if not one.appendix and "".join(one.paragraph.text.split()) not in known
    ]
