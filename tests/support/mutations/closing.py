"""The end mark, recipients, addressees and legal bases: what VB064 to VB069 are for."""

import re
from dataclasses import replace
from random import Random

from support.mutations.clean import KINDS as ALL_KINDS
from support.mutations.clean import SMALL
from support.mutations.editing import editing, plain
from support.mutations.planting import Kind

from reportgen.document.tree import Document, Inlines, Paragraph, Role, Text

_LETTERS = tuple(clean for clean in SMALL if clean.document.addressees)


def _text(inlines: Inlines) -> str:
    return "".join(item.value for item in inlines if isinstance(item, Text))


def _end_mark(document: Document, rng: Random) -> tuple[Document, str] | None:
    last = document.body[-1] if document.body else None
    if not isinstance(last, Paragraph) or not _text(last.inlines).endswith("./."):
        return None
    wrong = rng.choice((".", "", "/.", "./"))
    ending = _text(last.inlines)[:-3] + wrong
    body = (*document.body[:-1], replace(last, inlines=plain(ending)))
    return replace(document, body=body), ""


def _recipient(document: Document, rng: Random) -> tuple[Document, str] | None:
    recipients = [_text(inlines) for inlines in document.recipients]
    if len(recipients) < 2:
        return None
    place = rng.randrange(len(recipients))
    line = recipients[place]
    choices = [line[:-1], line[:-1] + ","]
    choices += [line.removeprefix("- ")] if line.startswith("- ") else []
    wrong = rng.choice(choices)
    changed = (*recipients[:place], wrong, *recipients[place + 1 :])
    return replace(document, recipients=tuple(map(plain, changed))), ""


def _without_as_above(document: Document, rng: Random) -> tuple[Document, str] | None:
    first, *others = document.recipients or ((),)
    if _text(first) != "- Như trên;":
        return None
    instead = rng.choice(("- Sở Nội vụ;", "- Thường trực Tỉnh ủy;"))
    return replace(document, recipients=(plain(instead), *others)), ""


def _basis(document: Document, rng: Random) -> tuple[Document, str] | None:
    places = [
        place
        for place, block in enumerate(document.body)
        if isinstance(block, Paragraph)
        and block.role is Role.BASIS
        and re.match("Căn cứ", _text(block.inlines))
        and _text(block.inlines).endswith(";")
    ]
    if not places:
        return None
    place = rng.choice(places)
    block = document.body[place]
    assert isinstance(block, Paragraph)
    words = _text(block.inlines)[:-1] + rng.choice((",", ".", ""))
    body = (
        *document.body[:place],
        replace(block, inlines=plain(words)),
        *document.body[place + 1 :],
    )
    return replace(document, body=body), words.split()[-1]


KINDS = (
    Kind("dấu kết thúc văn bản", ("VB064",), SMALL, editing(_end_mark)),
    Kind("dấu của dòng Nơi nhận", ("VB065",), SMALL, editing(_recipient)),
    Kind("Nơi nhận thiếu Như trên", ("VB066",), _LETTERS, editing(_without_as_above)),
    Kind("dấu của căn cứ", ("VB069",), ALL_KINDS, editing(_basis)),
)
