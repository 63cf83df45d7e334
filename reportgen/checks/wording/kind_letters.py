"""Which letters begin the symbol of which kind of document (Phụ lục III, Mục I; usage)."""

from reportgen.dossier.kinds import KINDS
from reportgen.vietnamese.text import fold_tone_placement

#: Beyond the decree's table: legal documents, the Party's, and joint ones.
_FURTHER: dict[str, tuple[str, ...]] = {
    "nghị quyết liên tịch": ("NQLT",),
    "nghị định": ("NĐ",),
    "thông tư": ("TT", "TTLT"),
    "thông tư liên tịch": ("TTLT",),
    "kết luận": ("KL", "TB"),
    "văn bản hợp nhất": ("VBHN",),
    "lệnh": ("L",),
    "quy định": ("QyĐ", "QĐ"),
    "quy chế": ("QC", "QĐ"),
    "chương trình": ("CTr", "QĐ"),
    "đề án": ("ĐA", "QĐ"),
    "dự án": ("DA", "QĐ"),
    "phương án": ("PA", "QĐ"),
}
_UNDECIDED = ("hợp đồng", "công văn", "văn bản", "luật", "bộ luật", "pháp lệnh", "sắc lệnh")

LETTERS: dict[str, tuple[str, ...]] = {
    fold_tone_placement(kind.name.lower()): (kind.abbreviation,)
    for kind in KINDS.values()
    if kind.abbreviation
} | _FURTHER
"""By the kind's name in lower case, the letters that its symbol may begin with, best first."""

_OWNERS = {
    "QĐ": "quyết định",
    "QyĐ": "quy định",
    "TB": "thông báo",
    "TTLT": "thông tư liên tịch",
} | {
    letters[0]: name
    for name, letters in LETTERS.items()
    if letters[0] not in ("TB", "QĐ", "L", "TC", "PC", "PG", "PB", "BB", "QC")
}


def owner_of(letters: str) -> str:
    """The kind that these letters stand for; "" where they may be an office's."""
    return _OWNERS.get(letters, "")


def canonical(letters: str) -> str:
    """The letters in the spelling of the table (`TTr` of `TTR`, `QĐ` of `qđ`, `QD`); or ""."""
    bare = _bare(letters)
    return next((known for known in _OWNERS if _bare(known) == bare), "")


def fits(kind: str, letters: str) -> bool:
    """Whether a document of that kind may bear the letters; joint and compound ones begin so."""
    if kind in _UNDECIDED or kind not in LETTERS:
        return True
    return any(letters.upper().startswith(known.upper()) for known in LETTERS[kind])


def _bare(letters: str) -> str:
    return letters.upper().replace("Đ", "D")
