"""The files of an imported document, as one of several ways of writing it down has them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Block,
    Blocks,
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
from reportgen.roundtrip.importing.opening import Opening, opening_of
from reportgen.roundtrip.importing.outline import Part, cut, slug, without_end_mark
from reportgen.roundtrip.importing.particulars import Particulars
from reportgen.roundtrip.importing.schemes import scheme_of
from reportgen.roundtrip.importing.wording import MAIN_BLOCK, Writer

BASE = "van_ban"
PROFILE = "don_vi.yaml"
_SETTINGS = """\
# Mẫu riêng, lập từ tệp Word {word} bằng lệnh reportgen import:
# đầu mục của văn bản, không có lời của kỳ. Sửa tên đầu mục ở noi_dung.md; lời của từng kỳ nằm trong
# hồ sơ của kỳ đó.
{parent}ten: {name}
mo_ta: {about}
danh_so: [{scheme}]
"""


@dataclass(frozen=True, slots=True)
class Way:
    """How a document is written down.

    `general`: by the general template, without one of its own. `closed` where the template prints
    the `./.` at its end, `literal` where every label is typed and no heading is one.
    """

    closed: bool
    literal: bool = False
    general: bool = False


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
        head = Head(self.word, self.template, bool(self.wording), scheme)
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
        kind = self.found.kind
        about = f"{kind.name.capitalize() if kind else 'Văn bản'} theo tệp Word {self.word}"
        return _SETTINGS.format(
            word=self.word,
            parent=f"ke_thua: {BASE}\n" if self.way.closed else "",
            name=self.template,
            about=json.dumps(about, ensure_ascii=False),
            scheme=", ".join(json.dumps(one, ensure_ascii=False) for one in self.scheme),
        )

    def _template(self) -> str:
        return f"{{% block {MAIN_BLOCK} %}}\n{self.wording}\n{{% endblock {MAIN_BLOCK} %}}\n"


def ways(document: Document, found: Particulars, writer: Writer) -> Iterator[Way]:
    """The ways to write the document down, the plainest for its user first."""
    closed = without_end_mark(document.body)
    if closed is not None:
        opening = _opening(closed, found, writer)
        parts = cut(opening.rest)
        if opening.authority or (len(parts) == 1 and parts[0].heading is None):
            yield Way(closed=True, general=True)
        yield Way(closed=True)
    yield Way(closed=False)
    yield Way(closed=False, literal=True)


def plan(
    document: Document,
    writer: Writer,
    found: Particulars,
    surroundings: Surroundings,
    way: Way,
) -> Plan:
    """The document written down in one way."""
    body = tuple(_typed(document.body)) if way.literal else document.body
    scheme = scheme_of([body, *(one.blocks for one in document.appendices)]) or ("I.", "1.", "a)")
    writer = writer.numbering(scheme)
    body = (without_end_mark(body) or body) if way.closed else body
    opening = _opening(body, found, writer)
    if opening.authority and not way.general:
        opening = Opening(body)
    if opening.bases:
        found = replace(found, dossier={**found.dossier, "can_cu": opening.bases})
    parts = cut(opening.rest, whole=way.general)
    wording = writer.body(parts)
    texts = dict(wording.texts)
    if opening.authority:
        texts = {"tham_quyen": writer.line(opening.authority), **texts}
    template = "" if way.general else wording.template or _EMPTY
    return Plan(
        name=f"{_key(found)}.yaml",
        template=_template_name(document, found, surroundings) if template else BASE,
        scheme=scheme,
        wording=template,
        texts=texts,
        appendices=tuple(write_appendices(document.appendices, writer)),
        found=found,
        surroundings=surroundings,
        way=way,
        parts=parts,
    )


_EMPTY = "{# Lời văn nằm trong hồ sơ. #}"


def _opening(body: Blocks, found: Particulars, writer: Writer) -> Opening:
    return opening_of(body, found.kind.decision_word if found.kind else "", writer)


def _key(found: Particulars) -> str:
    return found.kind.key if found.kind else "van_ban"


def _template_name(document: Document, found: Particulars, surroundings: Surroundings) -> str:
    """Kind and first words of the subject; of a document without one, of the file's name."""
    key = _key(found)
    subject = plain_text(document.title.subject or document.letterhead.subject)
    about = subject.removeprefix("V/v").strip() or surroundings.word.rpartition(".")[0]
    return slug(f"{key} {about}", {*surroundings.taken, BASE}, words=len(key.split("_")) + 4)


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
