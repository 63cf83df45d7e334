"""Fonts kept for the next document: the same bytes, no memory for each, nothing left behind."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pytest
from support.printing import CREATED, frame, paragraph, sentences

from reportgen.document.tree import Document
from reportgen.writers.html import HtmlFrame
from reportgen.writers.pdf import write_pdf
from reportgen.writers.pdf.faces import Faces, faces_of, keep_faces
from reportgen.writers.pdf.fonts import FontFiles, find_fonts

OWN_FACE = '@font-face { font-family: "Riêng"; src: url("asset:bold") }'


T = TypeVar("T")


def apart(function: Callable[[], T]) -> T:
    """What a function gives in a thread of its own, where nothing is kept yet."""
    given: list[T] = []
    thread = Thread(target=lambda: given.append(function()))
    thread.start()
    thread.join()
    return given[0]


def keeping(function: Callable[[], T]) -> T:
    """What a function gives in a thread of its own that keeps its fonts."""

    def work() -> T:
        keep_faces()
        return function()

    return apart(work)


@pytest.fixture(scope="module")
def fonts() -> FontFiles:
    return find_fonts()


def own_face() -> HtmlFrame:
    return replace(frame(), stylesheet=f"{OWN_FACE}\n{frame().stylesheet}")


def test_nothing_is_kept_where_nobody_asked(fonts: FontFiles) -> None:
    assert apart(lambda: faces_of(fonts) is not faces_of(fonts))


def test_equal_fonts_are_made_ready_once_and_others_anew(fonts: FontFiles) -> None:
    def four() -> list[Faces]:
        other = replace(fonts, faces={**fonts.faces, "bold": fonts.faces["regular"]})
        return [faces_of(one) for one in (fonts, replace(fonts), other, other)]

    first, second, third, fourth = keeping(four)
    assert first is second
    assert first is not third
    assert third is fourth


def test_documents_have_the_bytes_of_their_own_whatever_was_made_before(
    sample: Document,
) -> None:
    short = replace(sample, body=(paragraph(sentences(3)),), notes=(), appendices=())
    wanted = [(sample, frame()), (short, own_face()), (short, frame()), (sample, frame())]

    def printed() -> list[bytes]:
        return [write_pdf(document, one, CREATED).data for document, one in wanted]

    assert keeping(printed) == printed()


def test_a_face_that_a_page_brings_is_not_handed_on(fonts: FontFiles, sample: Document) -> None:
    def around() -> tuple[Faces, Faces]:
        before = faces_of(fonts)
        write_pdf(sample, own_face(), CREATED)
        return before, faces_of(fonts)

    before, after = keeping(around)
    assert before is not after


def test_no_line_of_text_asks_the_engine_for_features(
    sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine never gives back what it keeps of them, some 300 bytes for each."""
    from weasyprint.text import line_break

    asked: list[object] = []
    features = line_break.font_features

    def watched(*style: object) -> object:
        asked.append(features(*style))
        return asked[-1]

    monkeypatch.setattr(line_break, "font_features", watched)
    write_pdf(sample, frame(), CREATED)
    assert asked
    assert not any(asked)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


KEEPING = """
import os, sys
from reportgen.writers.pdf.faces import faces_of, keep_faces
from reportgen.writers.pdf.fonts import find_fonts
keep_faces()
kept = faces_of(find_fonts())
print(len(os.listdir(os.environ["TMPDIR"])))
if sys.argv[1] == "copy" and os.fork() == 0:
    kept.configuration.close()
    os._exit(0)
if sys.argv[1] == "copy":
    os.wait()
    print(len(os.listdir(os.environ["TMPDIR"])))
"""


@pytest.mark.parametrize(("way", "told"), [("alone", ["1"]), ("copy", ["1", "1"])])
def test_copies_of_the_fonts_go_with_their_process_and_no_other(
    way: str, told: list[str], scratch: Path
) -> None:
    if way == "copy" and not hasattr(os, "fork"):
        pytest.skip("this system copies no processes")
    done = subprocess.run(
        [sys.executable, "-c", KEEPING, way], check=True, capture_output=True, text=True
    )
    assert (done.stdout.split(), done.stderr) == (told, "")
    assert not list(scratch.iterdir())
