"""Random edits: each is found as what it is, and no word of either file is lost."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from docx.document import Document
from support.drafts import (
    add_note,
    body_paragraphs,
    building,
    draft,
    edited,
    paragraph_after,
    remove,
    retype,
    some_words,
)
from support.recognised_words import file_words

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Block,
    Heading,
    Inlines,
    NoteReference,
    Paragraph,
    Picture,
    Table,
)
from reportgen.readers.word import read_word
from reportgen.roundtrip.merging.comparing import compare_with_draft
from reportgen.roundtrip.merging.edits import Comparison, Edit, EditKind

DOCUMENTS = (
    "data/khanh_hoa/2025-09/bao_cao.yaml",
    "data/khanh_hoa/2023-12/bao_cao.yaml",
    "data/khanh_hoa/2025-q4/ke_hoach.yaml",
    "examples/van_ban/quyet_dinh.yaml",
    "examples/phu_luc/bao_cao.yaml",
)
_NEW = "Tổ công tác đề nghị các sở khẩn trương hoàn thành việc rà soát hồ sơ còn tồn."
_WORD = re.compile(r"[^\W\d_]{2,}")


def _other_word(word: Document, chance: random.Random) -> None:
    paragraph = chance.choice(body_paragraphs(word))
    retype(paragraph, some_words(paragraph, chance) or paragraph.text.split()[-1], "khẩnmới")


def _new_paragraph(word: Document, chance: random.Random) -> None:
    paragraph_after(chance.choice(body_paragraphs(word)), _NEW)


def _gone(word: Document, chance: random.Random) -> None:
    remove(chance.choice(body_paragraphs(word)))


def _new_note(word: Document, chance: random.Random) -> None:
    add_note(word, chance.choice(body_paragraphs(word)), "Theo số liệu bổsung của Công an tỉnh.")


def _swapped(word: Document, chance: random.Random) -> None:
    found = body_paragraphs(word, 8)
    at = chance.randrange(len(found) - 2)
    found[at + 2]._p.addnext(found[at]._p)


_CHANGES: tuple[Callable[[Document, random.Random], None], ...] = (
    _other_word,
    _new_paragraph,
    _gone,
    _new_note,
    _swapped,
)


@pytest.mark.parametrize("seed", range(24))
def test_no_word_of_either_file_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    dossier = DOCUMENTS[seed % len(DOCUMENTS)]
    changes = [chance.choice(_CHANGES) for _ in range(chance.randint(1, 6))]

    def change(word: Document) -> None:
        if not any(one.reltype.endswith("/footnotes") for one in word.part.rels.values()):
            changes[:] = [one for one in changes if one is not _new_note]
        for one in changes:
            one(word, chance)

    data = edited(change, draft(dossier))
    found = compare_with_draft(building(dossier), data, "sửa.docx")
    before, after = _words(draft(dossier)), _words(data)
    gone, come = _gone_words(found, dossier), _come_words(found)
    assert before - after == (gone - come) & before
    assert after - before == come - gone


@pytest.mark.parametrize("seed", range(20))
def test_one_edit_is_found_as_one(seed: int) -> None:
    chance = random.Random(1000 + seed)
    change, kind = ((_other_word, EditKind.CHANGED), (_new_paragraph, EditKind.INSERTED))[seed % 2]
    data = edited(lambda word: change(word, chance), draft(DOCUMENTS[0]))
    found = compare_with_draft(building(DOCUMENTS[0]), data, "sửa.docx")
    assert not found.unplaced
    assert [edit.kind for edit in found.edits] == [kind]


def _words(data: bytes) -> Counter[str]:
    """Those of the file, but for notes that no mark leads to any more."""
    word = read_word(data, "vb.docx")
    return _counted(file_words(replace(word, notes=tuple(n for n in word.notes if n.number))))


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word.casefold() for text in texts for word in _WORD.findall(text))


def _gone_words(found: Comparison, dossier: str) -> Counter[str]:
    texts = [one.before for one in found.unplaced]
    notes = building(dossier).document.notes
    for edit in found.edits:
        if edit.kind is EditKind.DELETED:
            texts.append(edit.target.text if edit.target else "")
        texts += [piece.before for piece in edit.pieces]
        left = {one.number for one in edit.before if isinstance(one, NoteReference)}
        left -= {one.number for one in edit.after if isinstance(one, NoteReference)}
        texts += [plain_text(one.inlines) for n in left for one in notes[n - 1].paragraphs]
    return _counted(texts)


def _come_words(found: Comparison) -> Counter[str]:
    texts = [one.after for one in found.unplaced]
    for edit in found.edits:
        if edit.kind is EditKind.INSERTED:
            texts += _whole(edit)
        texts += [piece.after for piece in edit.pieces]
        texts += [plain_text(one.inlines) for note in edit.notes for one in note.paragraphs]
    return _counted(texts)


def _whole(edit: Edit) -> list[str]:
    return [plain_text(edit.after)] if edit.after else list(_texts(edit.block))


def _texts(block: Block | None) -> Iterable[str]:
    inlines: list[Inlines] = []
    match block:
        case Paragraph():
            inlines = [block.inlines]
        case Heading():
            inlines = [block.title, block.run_in]
        case Picture():
            inlines = [block.caption]
        case Table():
            rows = (*block.header, *block.rows)
            inlines = [one.inlines for row in rows for cell in row for one in cell.blocks]
    return map(plain_text, inlines)
