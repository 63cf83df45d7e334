"""The running text of the edited file against the draft's: changed, put in, left out, moved."""

from collections.abc import Iterable
from dataclasses import replace

from reportgen.document.tree import Appendix, Document, Paragraph, Table
from reportgen.roundtrip.merging.comparing.aligning import item
from reportgen.roundtrip.merging.comparing.changing import Three, changed, container_of, with_label
from reportgen.roundtrip.merging.comparing.inserting import NewBlocks
from reportgen.roundtrip.merging.comparing.labels import label_style, typed_label
from reportgen.roundtrip.merging.comparing.letters import Letters, inlines_of, letters_of
from reportgen.roundtrip.merging.comparing.matching import Matching
from reportgen.roundtrip.merging.comparing.noting import NoteBook
from reportgen.roundtrip.merging.comparing.strips import BODY, Strip
from reportgen.roundtrip.merging.comparing.tables import Tables, table_edits, table_notes
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path, Target, TargetKind, Unplaced

_NOTHING = Strip(0, Letters(), item(""))
_NOBODYS = "đoạn này không do hồ sơ viết ra (của khung hoặc do chương trình đặt)"
_COUNTED = "số thứ tự do chương trình tự đánh, không sửa được bằng tay"


class TextComparison:
    """Walks through the edited file; `edits` and `unplaced` are what came of it."""

    def __init__(self, matching: Matching, edited: Document, book: NoteBook) -> None:
        self.edits: list[Edit] = []
        self.unplaced: list[Unplaced] = []
        self.targets: dict[int, Target] = {}  # by paragraph of the edited file
        self._matching, self._edited, self._book = matching, edited, book
        self._new = NewBlocks(matching.own, book)
        self._homes = matching.homes()
        self._last: dict[int, Target | None] = {}
        self._last_appendix: Target | None = None
        self._renumbered: set[int] = set()  # sections in which labels came or went
        self._fresh, self._lost = matching.new_appendices(), matching.lost_appendices()
        self._told: set[int] = set()

    def walk(self) -> None:
        """Compare everything, once."""
        matching = self._matching
        self._join_notes()
        done = 0
        for index, strip in enumerate(matching.edited):
            if index in matching.stayed:
                partner = matching.stayed[index]
                self._left_out(range(done, partner))
                done = partner + 1
                self._stayed(strip, partner)
            elif index in matching.moved:
                self._moved(strip, matching.moved[index])
            else:
                self._put_in(strip)
        self._left_out(range(done, len(matching.rendered)))

    def _join_notes(self) -> None:
        """A note that was written anew at the place of another is the same note."""
        matching = self._matching
        for index, partner in (*matching.stayed.items(), *matching.moved.items()):
            notes = matching.rendered[partner].letters.notes, matching.edited[index].letters.notes
            self._book.join(*notes)

    def _stayed(self, strip: Strip, partner: int) -> None:
        own, rendered = self._matching.own_at(partner), self._matching.rendered[partner]
        if own is None or own.target is None:
            if rendered.shown.split() != strip.shown.split():
                self._nobodys(rendered.shown, strip.shown, strip)
            return
        self._remember(strip, own.target)
        if own.head:
            self._last_appendix = Target(TargetKind.APPENDIX, own.target.path[:2], "")
        if own.head != "label":
            self.edits += self._changes(strip, own, own.target, rendered)
            self._check_label(strip, own, rendered)
        if not own.head and container_of(own.target.path) == self._home(strip.section):
            self._last[strip.section] = own.target

    def _changes(self, strip: Strip, own: Strip, target: Target, rendered: Strip) -> list[Edit]:
        if own.table and rendered.table and strip.table:
            tables = Tables(target.path, own.table, rendered.table, strip.table)
            return table_edits(tables, self._book)
        three = _three(own, rendered, strip)
        edit = changed(three, target, self._book, strip.place, own.block)
        return [edit] if edit else []

    def _check_label(self, strip: Strip, own: Strip, rendered: Strip) -> None:
        """A label that the document counts and that was set to something else by hand."""
        if not own.label or strip.label == rendered.label or own.table:
            return
        follows = strip.section in self._renumbered
        if not (follows and label_style(strip.label) == label_style(rendered.label)):
            before, after = (" ".join(one.shown.split()) for one in (rendered, strip))
            self.unplaced.append(Unplaced(before, after, _COUNTED, strip.place))

    def _moved(self, strip: Strip, partner: int) -> None:
        own = self._matching.own_at(partner)
        if own is None or own.target is None:
            self._nobodys(self._matching.rendered[partner].shown, strip.shown, strip)
            return
        self._remember(strip, own.target)
        self._shift(strip)
        changes = self._changes(strip, own, own.target, self._matching.rendered[partner])
        whole = [one for one in changes if one.target == own.target]
        made = whole[0] if whole else _unchanged(own, own.target)
        container, last = self._spot(strip)
        self.edits.append(
            replace(
                made,
                kind=EditKind.MOVED,
                container=container,
                destination=last,
                place=strip.place,
            )
        )
        self.edits += [one for one in changes if one.target != own.target]

    def _put_in(self, strip: Strip) -> None:
        if strip.section in self._fresh:
            if strip.section not in self._told:
                self._told.add(strip.section)
                self._put_in_appendix(strip)
            return
        if strip.head:
            self._nobodys("", strip.shown, strip)
            return
        self._shift(strip)
        container, last = self._spot(strip)
        block = self._new.block(strip)
        table = isinstance(block, Table)
        letters = Letters() if table else self._new.letters(strip)
        notes = table_notes(block) if isinstance(block, Table) else letters.notes
        plain = isinstance(block, Paragraph)
        what = TargetKind.TABLE if table else TargetKind.PARAGRAPH if plain else TargetKind.HEADING
        self.edits.append(
            Edit(
                EditKind.INSERTED,
                what,
                last,
                container,
                after=inlines_of(letters),
                block=block,
                notes=self._book.new_notes(notes),
                place=strip.place,
            )
        )

    def _put_in_appendix(self, strip: Strip) -> None:
        made = self._new.appendix(self._edited, strip.section, self._matching.edited)
        self.edits.append(
            Edit(
                EditKind.INSERTED,
                TargetKind.APPENDIX,
                self._last_appendix,
                ("appendices",),
                appendix=made,
                notes=self._book.new_notes(_notes_of(made)),
                place=strip.place,
            )
        )

    def _left_out(self, gone: range) -> None:
        for index in gone:
            rendered, own = self._matching.rendered[index], self._matching.own_at(index)
            if index in self._matching.kept:
                continue
            if own is None or own.target is None:
                self._nobodys(rendered.shown, "", None)
            elif own.section in self._lost:
                self._lost_appendix(own.section)
            elif own.head:
                self.edits += self._changes(_NOTHING, own, own.target, rendered)
            else:
                self._shift(rendered)
                self.edits.append(_deleted(own, own.target))

    def _lost_appendix(self, section: int) -> None:
        if -section in self._told:
            return
        self._told.add(-section)
        path: Path = ("appendices", section - 1)
        inside = [one.shown for one in self._matching.own if one.section == section]
        target = Target(TargetKind.APPENDIX, path, " ".join(inside))
        self.edits.append(Edit(EditKind.DELETED, target.kind, target, path[:1]))

    def _home(self, section: int) -> Path:
        return self._homes.get(section, BODY)

    def _spot(self, strip: Strip) -> tuple[Path, Target | None]:
        """Where a new strip stands: in which tuple, after which own piece."""
        return self._home(strip.section), self._last.get(strip.section)

    def _shift(self, strip: Strip) -> None:
        if strip.label:
            self._renumbered.add(strip.section)

    def _remember(self, strip: Strip, target: Target) -> None:
        if strip.place is not None:
            self.targets[strip.place.paragraph] = target
        for row in (*strip.table.header, *strip.table.rows) if strip.table else ():
            for one in (one for cell in row for one in cell.blocks):
                if one.origin is not None:
                    self.targets[getattr(one.origin, "paragraph", 0)] = target

    def _nobodys(self, before: str, after: str, strip: Strip | None) -> None:
        place = strip.place if strip else None
        self.unplaced.append(Unplaced(before, after, _NOBODYS, place))


def _three(own: Strip, rendered: Strip, edited: Strip) -> Three:
    """The letters, with the labels that are typed text of the dossier's."""
    if own.head:
        return Three(own.letters, rendered.letters.bare(), edited.letters.bare())
    if own.label:
        return Three(own.letters, rendered.letters, edited.letters)
    typed = rendered.label if rendered.label == edited.label else typed_label(edited.label)
    return Three(
        own.letters,
        with_label(rendered.label, rendered.letters),
        with_label(typed, edited.letters),
    )


def _unchanged(own: Strip, target: Target) -> Edit:
    """The beginning of an edit that moves a piece and changes nothing of it."""
    same = inlines_of(own.letters)
    return Edit(EditKind.MOVED, target.kind, target, BODY, same, same, block=own.block)


def _deleted(own: Strip, target: Target) -> Edit:
    before = inlines_of(own.letters)
    container = container_of(target.path)
    return Edit(EditKind.DELETED, target.kind, target, container, before, block=own.block)


def _notes_of(appendix: Appendix) -> Iterable[int]:
    for block in appendix.blocks:
        if isinstance(block, Table):
            yield from table_notes(block)
        else:
            for name in ("inlines", "title", "run_in"):
                yield from letters_of(getattr(block, name, ())).notes
