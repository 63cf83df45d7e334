"""How many things a list in a sentence names, as far as that can be told."""

import re

from reportgen.checks.figures.phrasing import is_unfinished, outer, quantities

_MARK = re.compile(r"\((\d{1,2})\)|⁽([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})⁾")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AND = re.compile(r"\s(?:và|hoặc)\s")
_COMMA = re.compile(r",\s")
_NAME_WITH_COMMA = re.compile(
    r"văn h(?:óa|oá), (?=thể thao|thông tin|xã hội|khoa học)|kinh tế, (?=hạ tầng|kỹ thuật)"
    r"|lao động, (?=thương binh|việc làm)|nông, (?=lâm)|khoa học, (?=công nghệ)"
    r"|đầu tư, (?=xây dựng)|giáo dục, (?=nghề)|nông nghiệp, (?=môi trường)|an ninh, (?=trật tự)"
    r"|phát thanh, (?=truyền hình)|tài nguyên, (?=môi trường)|phường, (?=thị|đặc)|xã, (?=phường)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\s*(?:và\s+)?(?:quyết định|kế hoạch|công văn|nghị quyết|chỉ thị|thông báo|văn bản|báo cáo"
    r"|tờ trình|hướng dẫn|công điện|kết luận|thông tư|nghị định|luật|chương trình|quy chế)"
    r"(?: \w+){0,3} (?:số )?\d",
    re.IGNORECASE,
)
_LONGEST = 12  # words of an item in a list of names cut at commas

Count = tuple[int, int]
"""The least and the most that a list may name; equal where the count is certain."""


def numbered(text: str, start: int, end: int) -> int:
    """How many items the marks `(1)`, `(2)`, … or `⁽¹⁾`, `⁽²⁾`, … number; 0 where the marks do not
    run from 1 without a gap."""
    count = 0
    for mark in _MARK.finditer(text, start, end):
        number = int(mark[1] or mark[2].translate(_RAISED))
        if number == 1 and count:
            break
        if number != count + 1:
            return 0
        count = number
    return count


def documents(text: str, start: int, end: int) -> Count | None:
    """How many documents a list of nothing but citations names; None where it is no such list."""
    view = outer(text[start:end]).rstrip(" .;")
    pieces = [piece for piece in view.split(";") if piece.strip()]
    if not pieces or not all(map(_DOCUMENT.match, pieces)) or is_unfinished(text[start:end]):
        return None
    least = len(pieces)
    if least == 1:
        least = sum(bool(_DOCUMENT.match(part)) for part in _COMMA.split(view))
    parts = re.split(r";|,\s|\s(?=và\s)", view)
    return least, sum(bool(_DOCUMENT.match(part)) for part in parts)


def named(text: str, start: int, end: int) -> Count | None:
    """How many things a plain list names: cut at `;`, else at `,`; names may hold `và`.

    None where it is no list of like things, or does not name all.
    """
    view = outer(text[start:end]).strip(" .;:")
    if is_unfinished(text[start:end]) or any(quantities(text, start, end)):
        return None
    view = _NAME_WITH_COMMA.sub(lambda found: found[0].replace(",", " "), view)
    if ";" in view:
        return _by_semicolon([piece.strip() for piece in view.split(";") if piece.strip()])
    pieces = [piece.strip() for piece in _COMMA.split(view)]
    if len(pieces) < 3 or not _alike(pieces):  # two names may be kinds, several of each
        return None
    return len(pieces), len(pieces) + len(_AND.findall(view))


def _by_semicolon(pieces: list[str]) -> Count:
    first_words = {piece.split()[0].lower() for piece in pieces}
    rest = pieces[-1:] if len(first_words) == 1 else pieces
    more = sum(len(_AND.findall(piece)) + len(_COMMA.findall(piece)) for piece in rest)
    return len(pieces), len(pieces) + more


def _alike(pieces: list[str]) -> bool:
    """Whether the pieces are short and all begin like a name, or like the first."""
    if any(not piece or len(piece.split()) > _LONGEST for piece in pieces):
        return False
    names = [re.sub(r"^(?:và|hoặc|các)\s+", "", piece) for piece in pieces]
    first = names[0].split()[0].lower()
    return all(name[:1].isupper() for name in names) or all(
        name.split()[0].lower() == first for name in names if name
    )


def is_off(said: int, count: Count) -> bool:
    """Whether the number said is none that the list can have, yet near enough to be meant."""
    least, most = count
    if least <= said <= most:
        return False
    nearest = least if said < least else most
    return abs(said - nearest) <= max(3, said // 3)
