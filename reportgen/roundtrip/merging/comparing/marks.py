"""What somebody did to a Word file besides typing: words marked by hand, pictures put in."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from reportgen.document.origins import WordPlace
from reportgen.readers.word.model import WordFile, WordParagraph, WordRun
from reportgen.roundtrip.merging.edits import Marked, Target, Unplaced

_STRUCK, _HIGHLIGHTED, _COLOURED = "gạch ngang", "tô nền", "đổi màu chữ"
_PICTURE = "[hình]"
_PICTURES = "hình dán trong Word chưa đưa vào hồ sơ được; giữ tệp Word này để dán lại vào bản cuối"
_PICTURES_GONE = "hình do biểu đồ của hồ sơ in ra; muốn bỏ thì bỏ công thức bieu_do"


def marked_words(
    rendered: WordFile, edited: WordFile, targets: Mapping[int, Target]
) -> Iterator[Marked]:
    """The words that are struck out, highlighted or coloured, but for those that were so before."""
    before = {(mark, text) for mark, text, _ in _marked(rendered.paragraphs())}
    for mark, text, paragraph in _marked(edited.paragraphs()):
        if (mark, text) not in before:
            place = paragraph.place
            yield Marked(mark, text, targets.get(place.paragraph), place)


def _marked(paragraphs: Iterable[WordParagraph]) -> Iterator[tuple[str, str, WordParagraph]]:
    for paragraph in paragraphs:
        for mark, runs in groupby(paragraph.runs, _mark):
            text = "".join(run.text for run in runs).strip()
            if mark and text:
                yield mark, text, paragraph


def _mark(run: WordRun) -> str:
    look = run.format
    if look.strike:
        return _STRUCK
    if look.highlighted:
        return _HIGHLIGHTED
    return _COLOURED if look.color and not run.link else ""


def pictures_changed(rendered: WordFile, edited: WordFile) -> Iterator[Unplaced]:
    """The pictures that one file has more than the other."""
    before, after = list(_pictures(rendered)), list(_pictures(edited))
    if len(after) > len(before):
        known = [name for name, _ in before]
        for name, place in after:
            if name in known:
                known.remove(name)
            else:
                yield Unplaced("", f"{_PICTURE} {name}".strip(), _PICTURES, place)
    for name, _ in before[len(after) :]:
        yield Unplaced(f"{_PICTURE} {name}".strip(), "", _PICTURES_GONE)


def _pictures(word: WordFile) -> Iterator[tuple[str, WordPlace]]:
    for paragraph in word.paragraphs():
        for run in paragraph.runs:
            if run.picture:
                yield run.picture, paragraph.place
