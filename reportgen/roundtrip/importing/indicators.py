"""The figures of an imported text as indicators, wherever the text prints the same with them."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Document
from reportgen.problems import InputError
from reportgen.roundtrip.figures import COLUMNS, Doubt, IndicatorRow, offer_indicators
from reportgen.roundtrip.importing.model import FIGURES, Build
from reportgen.roundtrip.importing.plans import Plan

_MOST_TOLD = 5
_CODE = re.compile(r"\bct\.(\w+)")


@dataclass(frozen=True, slots=True)
class Indicators:
    """The texts with formulas by key, the CSV table of the indicators, and what to look at."""

    texts: Mapping[str, str] = field(default_factory=dict)
    table: str = ""
    count: int = 0
    confirm: tuple[str, ...] = ()


def with_indicators(
    one: Plan, build: Build, prints_the_same: Callable[[Document], bool]
) -> Indicators:
    """The plan's texts with formulas for their figures; a text that would print otherwise stays."""
    titles = _titles(one)
    keys = list(one.texts)
    offered = offer_indicators(list(one.texts.values()), [titles.get(key, "") for key in keys])
    made = dict(zip(keys, offered.passages, strict=True))

    def holds(chosen: Sequence[str]) -> bool:
        texts = {**one.texts, **{key: made[key] for key in chosen}}
        table = _table(_used(offered.rows, texts))
        try:
            return prints_the_same(
                build(one.name, {**replace(one, texts=texts).files(), FIGURES: table})
            )
        except InputError:
            return False

    changed = [key for key in keys if made[key] != one.texts[key]]
    kept = set(_holding(changed, holds))
    texts = {key: made[key] if key in kept else text for key, text in one.texts.items()}
    rows = _used(offered.rows, texts)
    codes = {row.ma for row in rows}
    doubts = [x for x in offered.doubts if not x.ma or x.ma in codes]
    told = list(_doubts((titles.get(keys[x.passage], ""), x) for x in doubts))
    left = [key for key in changed if key not in kept]
    told += [f"số liệu ở {_where(titles.get(key, key))} để nguyên là chữ" for key in left]
    return Indicators(texts, _table(rows), len(rows), tuple(told))


def _holding(keys: Sequence[str], holds: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """Those of the keys that hold together, looked for by halves: few do not."""
    if not keys or holds(keys):
        return keys
    if len(keys) == 1:
        return ()
    middle = len(keys) // 2
    return (*_holding(keys[:middle], holds), *_holding(keys[middle:], holds))


def _titles(one: Plan) -> dict[str, str]:
    """The title that each text stands under."""
    titles: dict[str, str] = {}
    for part in one.parts:
        if part.heading is not None:
            title = " ".join(plain_text(part.heading.title).split()).rstrip(" :.;")
            title = title.capitalize() if title.isupper() else title
            titles |= dict.fromkeys(part.keys, title)
    return titles


def _used(rows: Sequence[IndicatorRow], texts: Mapping[str, str]) -> list[IndicatorRow]:
    codes = {code for text in texts.values() for code in _CODE.findall(text)}
    return [row for row in rows if row.ma in codes]


def _table(rows: Sequence[IndicatorRow]) -> str:
    output = io.StringIO(newline="")
    table = csv.writer(output, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in rows:
        cells = row.cells()
        table.writerow([cells[column] for column in COLUMNS])
    return output.getvalue()


def _doubts(found: Iterable[tuple[str, Doubt]]) -> Iterator[str]:
    """The doubts in order, those of one section with one reason on one line."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for title, one in found:
        groups.setdefault((title, one.message, one.hint), []).append(f"“{one.text}”")
    for (title, message, hint), texts in groups.items():
        place = f"{_where(title)}: " if title else ""
        listed = ", ".join(list(dict.fromkeys(texts))[:_MOST_TOLD])
        more = f" … ({len(texts)} chỗ)" if len(texts) > _MOST_TOLD else ""
        yield f"{place}{listed}{more}: {message}" + (f" ({hint})" if hint else "")


def _where(title: str, most: int = 50) -> str:
    words = title if len(title) <= most else f"{title[:most].rsplit(' ', 1)[0]}…"
    return f"mục “{words}”"
