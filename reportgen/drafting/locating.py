"""Finding a fragment of text again in the sources that it came from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.dossier import Dossier
from reportgen.dossier.tree import YamlList, YamlMap, YamlNode, YamlText
from reportgen.drafting.templates import Template
from reportgen.problems import Place

Source = tuple[str, Place]
_ENOUGH = 40  # letters of a long fragment that must agree: figures further on are printed by then


@dataclass(frozen=True, slots=True)
class Locator:
    """Where fragments stand: first `whole` texts, then the first of the sources that holds it."""

    whole: Mapping[str, Place]
    sources: tuple[Source, ...]

    def __call__(self, fragment: str) -> Place | None:
        """The place of the first source that holds the fragment, or its beginning; else None."""
        if fragment in self.whole:
            return self.whole[fragment]
        line = fragment.strip().partition("\n")[0]
        for wanted in dict.fromkeys((fragment.strip(), line, line[:_ENOUGH])):
            for text, place in self.sources if wanted else ():
                index = text.find(wanted)
                if index >= 0:
                    return place_in(text, index, place)
        return None


def place_in(text: str, index: int, place: Place) -> Place:
    """The place of the character at `index` of a text that begins at `place`."""
    lines = text.count("\n", 0, index)
    return place.shifted(lines) if lines else place


def locator(dossier: Dossier, template: Template) -> Locator:
    """The locator of a document: the dossier's texts, its tables, then the template's."""
    scheme = {
        specimen: dossier.place_of("danh_so", index)
        for index, specimen in enumerate(dossier.danh_so or ())
    }
    sources = (*_narratives(dossier), *_tables(dossier), *template.sources)
    return Locator(scheme, sources)


def sources_of_text(dossier: Dossier, template: Template) -> Iterator[Source]:
    """All texts that sentences come from: the dossier's, the template's, those of its settings."""
    yield from _narratives(dossier)
    yield from template.sources
    yield from _texts(template.tree)


def _texts(node: YamlNode) -> Iterator[Source]:
    match node:
        case YamlText(text):
            if text is not None:
                yield text, text.place
        case YamlList(items):
            for item in items:
                yield from _texts(item)
        case YamlMap(entries):
            for entry in entries.values():
                yield from _texts(entry.node)


def _narratives(dossier: Dossier) -> Iterator[Source]:
    for key, section in dossier.noi_dung.items():
        for narrative in (section.thay, section.them):
            if narrative is not None:
                yield narrative.text, narrative.place
        if section.tieu_de is not None:
            yield section.tieu_de, dossier.place_of("noi_dung", key, "tieu_de")
    for key in ("trich_yeu", "dong_ky", "ten_loai"):
        if text := getattr(dossier, key):
            yield text, dossier.text_place_of(key)
    for basis in dossier.can_cu:
        yield basis.text, basis.place
    for number, appendix in enumerate(dossier.phu_luc):
        yield appendix.tieu_de, dossier.text_place_of("phu_luc", number, "tieu_de")
        if appendix.noi_dung is not None:
            yield appendix.noi_dung.text, appendix.noi_dung.place


def _tables(dossier: Dossier) -> Iterator[Source]:
    for appendix in dossier.phu_luc:
        if appendix.table is not None:
            yield from placed_cells(appendix.table.header, appendix.table.header_place)
            for row, place in zip(appendix.table.rows, appendix.table.places, strict=True):
                yield from placed_cells(row, place)


def placed_cells(row: Iterable[str], place: Place) -> Iterator[Source]:
    """The cells of a CSV row, each with the place where it begins."""
    lines = 0
    for cell in row:
        yield cell, place.shifted(lines) if lines else place
        lines += cell.count("\n")
