"""The legal bases (`can_cu`): a line each, printed before the text that wants them is."""

import re
from collections.abc import Sequence

from reportgen.dossier import Dossier
from reportgen.drafting.desk import Desk
from reportgen.drafting.passages import Passage
from reportgen.drafting.shapes import BASES
from reportgen.drafting.wording import Wording, names_in

BASIS_MARK = ">>"
_END_MARKS = " \t;,."


def read_bases(dossier: Dossier, desk: Desk) -> tuple[Wording, ...]:
    """The dossier's bases, looked through."""
    return tuple(desk.checked(desk.read(one.text, one.place)) for one in dossier.can_cu)


def print_bases(bases: Sequence[Wording], desk: Desk) -> tuple[Passage, ...]:
    """`Căn cứ …;` each, the last one ended by a full stop (Phụ lục I, II.6.a)."""
    texts = [re.sub(r"\s*\n\s*", " ", desk.printed(one)).strip() for one in bases]
    last = len(texts) - 1
    return tuple(
        Passage(text.rstrip(_END_MARKS) + (";" if number < last else "."))
        for number, text in enumerate(texts)
    )


def with_bases(body: str, bases: Sequence[Passage], wording: Wording) -> str:
    """The body with the bases before it, unless its wording says itself where they stand."""
    if not bases or BASES in names_in(wording):
        return body
    lines = "\n\n".join(f"{BASIS_MARK} {basis}" for basis in bases)
    return f"{lines}\n\n{body.lstrip(chr(10))}"
