"""The files of an imported document, as one of several ways of writing it down has them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Block,
    Document,
    Heading,
    Paragraph,
    Role,
    Text,
)
from reportgen.roundtrip.flat import labelled
from reportgen.roundtrip.importing.appendix_files import WrittenAppendix, write_appendices
from reportgen.roundtrip.importing.dossier_files import Head, dossier_file, profile_file
from reportgen.roundtrip.importing.entries import YamlFile
from reportgen.roundtrip.importing.model import Surroundings
from reportgen.roundtrip.importing.outline import Part, cut, slug, without_end_mark
from reportgen.roundtrip.importing.particulars import Particulars
from reportgen.roundtrip.importing.schemes import scheme_of
from reportgen.roundtrip.importing.wording import MAIN_BLOCK, Writer

BASE = "van_ban"
PROFILE = "don_vi.yaml"
_SETTINGS = """\
# Mẫu riêng, lập từ tệp Word {word} bằng lệnh reportgen import: đầu mục của báo cáo, không có lời
# của tháng. Sửa tên đầu mục ở noi_dung.md; lời của từng kỳ nằm trong hồ sơ của kỳ đó.
{parent}ten: {name}
mo_ta: {about}
danh_so: [{scheme}]
"""


@dataclass(frozen=True, slots=True)
class Way:
    """How a document is written down: `closed` where the template prints the `./.` at its end,
    `literal` where every label is typed and no heading is one."""

    closed: bool
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The dossier's name, texts that may hold figures by key, and all that the files need."""

    name: str
    template: str
    scheme: tuple[str, ...]
    wording: str
    texts: Mapping[str, str]
    appendices: tuple[WrittenAppendix, ...]
    found: Particulars
    surroundings: Surroundings
    way: Way
    parts: tuple[Part, ...]

    def yaml(self) -> tuple[YamlFile, YamlFile | None]:
        """The dossier's file and, where there is none yet, the profile's."""
        own = self.surroundings.existing
        parts = [one.parts for one in self.appendices]
        scheme = () if self.wording else self.scheme
        head = Head(self.word, self.template, scheme)
        dossier = dossier_file(head, self.found, self.texts, parts, own)
        return dossier, None if own else profile_file(self.word, self.found)

    @property
    def word(self) -> str:
        """The name of the Word file."""
        return self.surroundings.word

    def files(self) -> dict[str, str]:
        """All files by path from the new folder, but for indicators."""
        dossier, profile = self.yaml()
        files = {self.name: dossier.text}
        if profile is not None:
            files[PROFILE] = profile.text
        if self.wording:
            folder = f"{self.surroundings.templates}/{self.template}"
            files[f"{folder}/mau.yaml"] = self._settings()
            files[f"{folder}/noi_dung.md"] = self._template()
        files |= {one.parts.table: one.table for one in self.appendices if one.table}
        return files

    def _settings(self) -> str:
        about = f"Báo cáo theo tệp Word {self.word}"
        return _SETTINGS.format(
            word=self.word,
            parent=f"ke_thua: {BASE}\n" if self.way.closed else "",
            name=self.template,
            about=json.dumps(about, ensure_ascii=False),
            scheme=", ".join(json.dumps(one, ensure_ascii=False) for one in self.scheme),
        )

    def _template(self) -> str:
        return f"{{% block {MAIN_BLOCK} %}}\n{self.wording}\n{{% endblock {MAIN_BLOCK} %}}\n"


def plan(
    document: Document,
    writer: Writer,
    found: Particulars,
    surroundings: Surroundings,
    way: Way,
) -> Plan:
    """The document written down in one way."""
    body = document.body
    if way.literal:
        body = tuple(_typed(body))
    closed = without_end_mark(body) if way.closed else None
    own_texts = [body, *(one.blocks for one in document.appendices)]
    scheme = scheme_of(own_texts) or ("I.", "1.", "a)")
    writer = writer.numbering(scheme)
    parts = cut(closed if closed is not None else body)
    wording = writer.body(parts)
    plain = not wording.template
    if plain and not (way.closed and found.kind is not None and found.kind.letter):
        # A text without sections, for which the general template would print more than it.
        wording = replace(wording, template=_EMPTY)
    key = found.kind.key if found.kind else "van_ban"
    taken = {*surroundings.taken, BASE}
    about = plain_text(document.title.subject)
    name = slug(f"{key} {about}", taken, words=len(key.split("_")) + 4)
    return Plan(
        name=f"{key}.yaml",
        template=name if wording.template else BASE,
        scheme=scheme,
        wording=wording.template,
        texts=wording.texts,
        appendices=tuple(write_appendices(document.appendices, writer)),
        found=found,
        surroundings=surroundings,
        way=way,
        parts=parts,
    )


_EMPTY = "{# Lời văn nằm trong hồ sơ. #}"


def _typed(body: Sequence[Block]) -> Iterator[Block]:
    """The body with every label and title as plain text."""
    for one in body:
        match one:
            case Heading(_, label, title, run_in):
                bold = tuple(
                    replace(x, bold=True) if isinstance(x, Text) else x
                    for x in labelled(label, title)
                )
                yield Paragraph((*bold, Text(" "), *run_in))
            case Paragraph(inlines, label):
                yield Paragraph(labelled(label, inlines), role=Role.BODY)
            case _:
                yield one
