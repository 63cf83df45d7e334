"""Every province with every template: one wording for all 34, and no name of any in it."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from support.provinces import write_province

from reportgen.building import builtin_templates, search_path
from reportgen.drafting import find_templates
from reportgen.places import Province, Status, find_province, former_provinces, provinces
from reportgen.rendering import Format, render
from reportgen.starters import profile_text, provincial_office

TEMPLATES = [template.name for template in find_templates(search_path(()))]
WORDING = {".md", ".yaml", ".html", ".css", ".docx"}
CITIES = [one.key for one in provinces() if one.status() is Status.CITY]
#: “Cấp tỉnh”, “tuyến tỉnh” are the tier's names, in a city too.
PROVINCE_SAID = re.compile(r"(?<!cấp )(?<!tuyến )\btỉnh\b[^,.;]{0,20}", re.IGNORECASE)


def spellings(name: str) -> set[str]:
    """A name with its tone on either letter: `Hòa`, `Hoà`; `Huế` has one way only."""
    other = name
    for old, new in (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ")):
        other = other.replace(old, new)
    return {name, other}


def names_in(text: str, names: set[str]) -> set[str]:
    """Those of the names that stand in the text as words of their own, in any case."""
    every = "|".join(re.escape(spelling) for name in names for spelling in spellings(name))
    return {
        found.lower() for found in re.findall(rf"(?<!\w)(?:{every})(?!\w)", text, re.IGNORECASE)
    }


def province(key: str) -> Province:
    found = find_province(key)
    assert found is not None
    return found


def text_of(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    return re.sub(r"<[^>]*>", "", "\n".join(parts))


def test_the_search_for_names_finds_either_tone_placement() -> None:
    assert names_in("tỉnh KHÁNH HOÀ; Khánh Hòa", {"Khánh Hòa"}) == {"khánh hoà", "khánh hòa"}
    assert names_in("ngành thuế, Huế", {"Huế"}) == {"huế"}


def test_no_province_of_today_or_before_is_named_in_any_template() -> None:
    names = {one.name for one in (*provinces(), *former_provinces())}
    files = [path for path in builtin_templates().rglob("*") if path.suffix in WORDING]
    assert len(files) > 10
    assert {str(path): found for path in files if (found := names_in(text_of(path), names))} == {}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("key", [one.key for one in provinces()])
def test_every_province_has_its_own_document_and_no_other_is_named_in_it(
    key: str, template: str, tmp_path: Path
) -> None:
    own = province(key)
    rendered = render(write_province(tmp_path, own, template), [Format.DOCX, Format.MARKDOWN])
    assert rendered.warnings == ()
    document = docx.Document(io.BytesIO(rendered.files[Format.DOCX]))
    assert document.paragraphs
    text = rendered.files[Format.MARKDOWN].decode("utf-8")
    others = {one.name for one in provinces() if one is not own}
    letterhead, _, rest = text.partition("\n\n**CỘNG HÒA")
    assert names_in(rest.partition(", ngày")[2], others) == set()
    assert letterhead
    if own.status() is Status.CITY:
        assert PROVINCE_SAID.findall(text) == []


@pytest.mark.parametrize("key", ["lao_cai", *CITIES])
def test_standing_sentences_call_the_unit_what_it_is(key: str, tmp_path: Path) -> None:
    own = province(key)
    rank = str(own.status()).lower()
    office = profile_text(provincial_office(own))
    said = {
        "bao_cao_thang": (f"trên địa bàn {rank} có", f"Công an {rank}", f"Thuế {rank}", "cấp tỉnh"),
        "ke_hoach_quy": (f"Văn phòng UBND {rank}", f"Ban Chỉ đạo {rank}", f"Công an {rank}"),
    }
    for template, sentences in said.items():
        dossier = write_province(tmp_path / template, own, template)
        (dossier.parent / "don_vi.yaml").write_text(office, encoding="utf-8")
        text = render(dossier, [Format.MARKDOWN]).files[Format.MARKDOWN].decode("utf-8")
        assert [one for one in sentences if one not in text] == []
        assert (PROVINCE_SAID.search(text) is None) is (own.status() is Status.CITY)
        assert not re.search(r"(thành phố|tỉnh) (Thành phố|Tỉnh)\b", text)
