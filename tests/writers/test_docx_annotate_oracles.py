"""Commented copies judged by programs that are not ours."""

import io
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import docx
import docx2python
import mammoth
import pytest
from support.commented import docx_comments, fodt_comments
from support.foreign import by_docx_js, by_pandoc, xml_notes, xml_words
from support.oracles import ooxml_validator_findings, openxml_audit_findings, require
from support.originals import ORIGINALS, original_docx

from reportgen.building import build
from reportgen.checks.manuscript import Passage
from reportgen.checks.reading import manuscript_of
from reportgen.document.origins import Story, WordPlace
from reportgen.readers.recognition import recognise
from reportgen.readers.word import read_word
from reportgen.rendering import Format, written
from reportgen.writers.docx.annotate import annotate
from reportgen.writers.docx.remarks import Remark

ROOT = Path(__file__).resolve().parents[2]
MOMENT = datetime(2025, 9, 19, tzinfo=UTC)
GENERATED = ("data/khanh_hoa/2025-09/bao_cao.yaml", "examples/phu_luc/bao_cao.yaml")
NAMES = [*(one.name for one in ORIGINALS), *GENERATED]
every_file = pytest.mark.parametrize("name", NAMES)


def _source(name: str) -> bytes:
    for original in ORIGINALS:
        if original.name == name:
            return original_docx(original)
    return written(build(ROOT / name, ()), Format.DOCX).data


def _remark(passage: Passage, number: int) -> Remark:
    """A remark on some words of a passage, others for every number."""
    words = passage.text.split()
    first = number % len(words)
    quote = " ".join(words[first : first + 1 + number % 4])
    start = passage.text.find(quote)
    assert isinstance(passage.origin, WordPlace)
    before, after = passage.text[:start][-40:], passage.text[start + len(quote) :][:40]
    return Remark(f"[{number}] “{quote}”", passage.origin, quote, before, after)


def _remarks(data: bytes) -> list[Remark]:
    manuscript = manuscript_of(recognise(read_word(data, "vb.docx")).document)
    passages = [one for one in manuscript.passages if one.text.strip() and one.origin]
    found = [_remark(passage, number) for number, passage in enumerate(passages)]
    return [*found, Remark("Về cả văn bản")]


class Files:
    """Each file as it was, its remarks, and the commented copy; `folder` has LibreOffice's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = {name: _source(name) for name in NAMES}
        self.remarks = {name: _remarks(data) for name, data in self.before.items()}
        self.after: Mapping[str, bytes] = {
            name: annotate(data, self.remarks[name], MOMENT) for name, data in self.before.items()
        }

    def path(self, name: str) -> Path:
        path = self.folder / f"{NAMES.index(name)}.docx"
        path.write_bytes(self.after[name])
        return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return Files(tmp_path_factory.mktemp("loi_binh"))


@pytest.fixture(scope="module")
def opened(files: Files) -> Files:
    """The copies, with what LibreOffice made of all of them at once."""
    profile = f"-env:UserInstallation={(files.folder / 'profile').as_uri()}"
    command = [require("soffice"), profile, "--headless", "--convert-to", "fodt"]
    command += ["--outdir", str(files.folder), *(str(files.path(name)) for name in NAMES)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return files


def _plain(text: str) -> str:
    return " ".join(text.split())


@every_file
def test_comments_stand_at_their_words(files: Files, name: str) -> None:
    remarks = files.remarks[name]
    comments = docx_comments(files.after[name])
    assert len(comments) == len(remarks)
    for remark, (said, words) in zip(remarks, comments, strict=True):
        assert said.startswith(remark.text)
        if remark.place and remark.place.story is Story.BODY:
            assert _plain(words).casefold() == _plain(remark.quote).casefold()
        elif remark.quote:
            assert (words, remark.quote in said.partition("\n")[2]) == ("", True)


@every_file
def test_libreoffice_shows_every_comment_at_its_words(opened: Files, name: str) -> None:
    shown = fodt_comments(opened.folder / f"{NAMES.index(name)}.fodt")
    ours = docx_comments(opened.after[name])
    pairs = [
        sorted((_plain(said), _plain(words)) for said, words in comments)
        for comments in (ours, shown)
    ]
    assert pairs[0] == pairs[1]


@every_file
def test_validators_accept_the_copy(files: Files, name: str) -> None:
    path = files.path(name)
    assert openxml_audit_findings(path) == ""
    assert ooxml_validator_findings(path) == ""


@every_file
def test_python_docx_reads_the_comments(files: Files, name: str) -> None:
    document = docx.Document(io.BytesIO(files.after[name]))
    comments = list(document.comments)
    assert [(one.author, one.initials) for one in comments] == [("reportgen", "RG")] * len(comments)
    assert [one.text for one in comments] == [said for said, _ in docx_comments(files.after[name])]
    assert {one.timestamp for one in comments} == {MOMENT}


@every_file
def test_other_readers_find_the_text_unchanged(files: Files, name: str) -> None:
    before, after = files.before[name], files.after[name]
    texts = [mammoth.extract_raw_text(io.BytesIO(data)).value for data in (before, after)]
    assert texts[0] == texts[1]
    looks = [mammoth.convert_to_html(io.BytesIO(data)).value for data in (before, after)]
    assert looks[0] == looks[1]
    with (
        docx2python.docx2python(io.BytesIO(before)) as one,
        docx2python.docx2python(io.BytesIO(after)) as other,
    ):
        assert one.document == other.document
        assert (one.footnotes, one.header, one.footer) == (
            other.footnotes,
            other.header,
            other.footer,
        )


@pytest.mark.parametrize("maker", [by_docx_js, by_pandoc])
def test_files_of_other_programs_are_commented_on_word_by_word(
    maker: Callable[[Path], list[Path]], tmp_path: Path
) -> None:
    for path in maker(tmp_path):
        data = path.read_bytes()
        wanted = [
            Remark(f"[{number}]", one.place, one.text.split()[0])
            for number, one in enumerate(read_word(data, "vb.docx").paragraphs())
            if one.text.strip() and not one.in_text_box
        ]
        copy = annotate(data, wanted, MOMENT)
        found = dict(docx_comments(copy))
        assert [found[one.text] for one in wanted] == [one.quote for one in wanted], path.name
        assert (xml_words(copy), xml_notes(copy)) == (xml_words(data), xml_notes(data))
        if path.stem in ("chu_thich", "pandoc_bang"):
            (tmp_path / "copy.docx").write_bytes(copy)
            findings = [openxml_audit_findings(one) for one in (path, tmp_path / "copy.docx")]
            assert findings[0].count("\n") == findings[1].count("\n"), path.name
