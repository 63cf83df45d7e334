"""The report of September 2025 in every contender's form, written from one document tree."""

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contenders.docxtpl_template import context_of, write_template
from reportgen.building import Building, build, frame_file
from reportgen.dossier.files import read_text
from reportgen.rendering import Format, written
from reportgen.writers.html import HtmlFrame, write_html

ROOT = Path(__file__).resolve().parents[2]
SEPTEMBER = ROOT / "data/khanh_hoa/2025-09/bao_cao.yaml"


@dataclass(frozen=True, slots=True)
class Report:
    """A dossier, and the files of its text for the others: Markdown, template and values, HTML."""

    dossier: Path
    markdown: Path
    template: Path
    values: Path
    html: Path


def prepared(folder: Path, dossier: Path = SEPTEMBER) -> Report:
    """Write the forms of a dossier's text into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    building = build(dossier)
    report = Report(
        dossier,
        folder / "report.md",
        folder / "template.docx",
        folder / "values.json",
        folder / "report.html",
    )
    report.markdown.write_bytes(written(building, Format.MARKDOWN).data)
    write_template(report.template)
    values = json.dumps(context_of(building.document), ensure_ascii=False)
    report.values.write_text(values, encoding="utf-8")
    report.html.write_text(html_of(building), encoding="utf-8")
    return report


def html_of(building: Building) -> str:
    """The page that our PDF is printed from."""
    page, styles = (frame_file(building.folders, name) for name in ("khung.html", "khung.css"))
    frame = HtmlFrame(read_text(page, "HS"), read_text(styles, "HS"), str(page), str(styles))
    return write_html(building.document, frame)
