"""Every built-in template's README names what a dossier can fill in: blocks and codes."""

import re

import pytest

from reportgen.building import builtin_templates, search_path
from reportgen.drafting import find_templates

TEMPLATES = sorted(template.name for template in find_templates(search_path(())))
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_CODE = re.compile(r"\bct\.(\w+)")
_NAMED = re.compile(r"`(\w+)`")


def wording(template: str) -> str:
    """All that a template prints, those of its kinds with it."""
    files = sorted((builtin_templates() / template).rglob("noi_dung.md"))
    assert files
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def readme(template: str) -> str:
    return (builtin_templates() / template / "README.md").read_text(encoding="utf-8")


def test_the_wording_of_the_monthly_report_has_blocks_and_codes() -> None:
    text = wording("bao_cao_thang")
    assert {"chi_dao_noi_bat", "tien_ich_nv_kiosk", "chu_thich"} <= set(_BLOCK.findall(text))
    assert {"can_cuoc", "nhiem_vu_trong_tam"} <= set(_CODE.findall(text))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_readme_names_every_block(template: str) -> None:
    assert set(_BLOCK.findall(wording(template))) - set(_NAMED.findall(readme(template))) == set()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_readme_names_every_code(template: str) -> None:
    assert set(_CODE.findall(wording(template))) - set(_NAMED.findall(readme(template))) == set()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_readme_says_how_the_level_is_told(template: str) -> None:
    assert "`{{ don_vi.cap }}`" in readme(template) or "don_vi.cap" not in wording(template)
