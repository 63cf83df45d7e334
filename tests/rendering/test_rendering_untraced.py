"""Where paragraphs came from is looked up for those who ask, and no part of what is written."""

import pytest
from support.layouts import ROOT

from reportgen.building import build
from reportgen.document.tree import Heading, Paragraph
from reportgen.drafting import composing
from reportgen.rendering import Format, render

DOSSIER = ROOT / "examples/chu_thich/bao_cao.yaml"


def test_a_document_without_origins_is_the_same_document() -> None:
    traced, untraced = (build(DOSSIER, traced=one) for one in (True, False))
    assert traced.document == untraced.document
    assert traced.warnings == untraced.warnings
    blocks = [block for block in untraced.document.body if isinstance(block, Heading | Paragraph)]
    assert blocks
    assert all(block.origin is None for block in blocks)
    assert any(block.origin for block in traced.document.body if isinstance(block, Paragraph))


def test_rendering_does_not_look_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        pytest.fail("origins were looked for")

    monkeypatch.setattr(composing, "tracer", refused)
    assert render(DOSSIER, [Format.MARKDOWN]).files[Format.MARKDOWN]
