"""Finding templates on a search path, and reading one with all that it inherits."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.consulted import file_there
from reportgen.dossier.files import read_text, refuse_link_out, shown_path, unprintable_signs
from reportgen.dossier.spelling import meant, nearest
from reportgen.dossier.tree import YamlMap, find, merge, text_at
from reportgen.dossier.validation import validate
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.drafting import inheritance
from reportgen.drafting.overlays import GENERAL
from reportgen.drafting.parsing import Parsed, parse_template
from reportgen.drafting.settings import Settings
from reportgen.drafting.wording import Wording, blocks
from reportgen.problems import InputError, Place, Problem

SETTINGS_FILE = "mau.yaml"
WORDING_FILE = "noi_dung.md"
_LONGEST_NAME = 200  # bytes; file systems take 255
_MOST_PARTS = 2  # a template's name, and its variant's


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template as it is listed; `mo_ta` is one line of what it is for."""

    name: str
    mo_ta: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Template:
    """A template with everything that it inherits.

    `tree` is its merged `mau.yaml` with places; `sources` are the texts of its wording, its own
    first, each with the place where it begins.
    """

    name: str
    settings: Settings
    tree: YamlMap
    wording: Wording
    sources: tuple[tuple[str, Place], ...]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The names of the blocks that a dossier can use, in reading order."""
        return tuple(block.name for block, _ in blocks(self.wording))


@dataclass(frozen=True, slots=True)
class _Link:
    """One folder of the chain: its settings, its wording, and the text of that."""

    tree: YamlMap
    parsed: Parsed
    source: tuple[str, Place]


def find_templates(search_path: Sequence[Path]) -> list[TemplateInfo]:
    """The templates on the search path by name; the first folder of a name counts.

    Raises InputError where a `mau.yaml` cannot be read.
    """
    problems: list[Problem] = []
    found: dict[str, TemplateInfo] = {}
    for folder in _folders(search_path):
        if folder.name in found:
            continue
        tree = read_yaml(folder / SETTINGS_FILE, problems)
        described = text_at(tree, "mo_ta") if tree else None
        found[folder.name] = TemplateInfo(folder.name, (described or "").strip(), folder)
    if problems:
        raise InputError(problems)
    return [found[name] for name in sorted(found)]


def load_template(
    name: str, search_path: Sequence[Path], place: Place | None = None, kind: str = ""
) -> Template:
    """The template of that name with all that it inherits; `place` is where it is asked for.

    A template may have a variant for the `kind` of document (a key such as `quyet_dinh`) in a
    folder of that name inside its own; it then stands for the template.

    Raises InputError with everything that is wrong in any file of the chain.
    """
    problems: list[Problem] = []
    variant = f"{name}/{kind}"
    if kind and "/" not in name and _index(variant, search_path, 0) is not None:
        name = variant
    links = _chain(name, search_path, place, problems)
    if not links:
        raise InputError(problems)
    tree = links[-1].tree
    for link in reversed(links[:-1]):
        merged = merge(tree, link.tree)
        tree = merged if isinstance(merged, YamlMap) else link.tree
    settings = validate(Settings, tree, problems)
    problems += [problem for link in links for problem in link.parsed.problems]
    if problems or settings is None:
        raise InputError(problems)
    merged_wording = inheritance.merge([link.parsed.wording for link in links])
    sources = tuple(link.source for link in links)
    template = Template(name, settings, tree, merged_wording.wording, sources)
    problems += [*merged_wording.problems, *_misnamed_blocks(template)]
    if problems:
        raise InputError(problems)
    return template


def _folders(search_path: Sequence[Path]) -> list[Path]:
    return [
        folder
        for place in search_path
        if place.is_dir()
        for folder in sorted(place.iterdir())
        if folder.name[0] not in "._" and (folder / SETTINGS_FILE).is_file()
    ]


def _chain(
    name: str, search_path: Sequence[Path], place: Place | None, problems: list[Problem]
) -> list[_Link]:
    """The links from the nearest template to the root; empty where one of them is missing."""
    links: list[_Link] = []
    seen: set[Path] = set()
    wanted: str | None = name
    start = 0
    while wanted is not None:
        index = _index(wanted, search_path, start)
        if index is None:
            problems.append(_unknown_template(wanted, search_path[start:], place))
            return []
        folder = search_path[index] / wanted
        if folder.resolve() in seen:
            message = f"mẫu “{wanted}” kế thừa chính nó qua một vòng"
            problems.append(
                Problem("MA003", message, place, "sửa khoá ke_thua của một mẫu trong vòng")
            )
            return []
        seen.add(folder.resolve())
        try:
            refuse_link_out(folder / SETTINGS_FILE)
            refuse_link_out(folder / WORDING_FILE)
        except InputError as error:
            problems.extend(error.problems)
            return []
        tree = read_yaml(folder / SETTINGS_FILE, problems)
        if tree is None:
            return []
        parent = (text_at(tree, "ke_thua") or "").strip() or None
        links.append(_link(folder, tree, parent, problems))
        start = index + 1 if parent == wanted else 0
        wanted, place = parent, find(tree, ("ke_thua",))[0]
    return links


def _index(name: str, search_path: Sequence[Path], start: int) -> int | None:
    """Where on the search path a template is, or a template's variant (`van_ban/quyet_dinh`)."""
    parts = name.split("/")
    if len(parts) > _MOST_PARTS or not all(_is_folder_name(part) for part in parts):
        return None
    for index in range(start, len(search_path)):
        if file_there(search_path[index] / name / SETTINGS_FILE):
            return index
    return None


def _is_folder_name(part: str) -> bool:
    """Whether it can be a template's folder: no way out of it, none that is hidden or a frame."""
    short = len(part.encode()) <= _LONGEST_NAME
    return short and Path(part).name == part != "" and not part.startswith((".", "_"))


def _link(folder: Path, tree: YamlMap, parent: str | None, problems: list[Problem]) -> _Link:
    file = folder / WORDING_FILE
    shown = shown_path(file)
    text = ""
    if file_there(file):
        try:
            text = read_text(file, "HS")
            problems.extend(unprintable_signs(text, shown, "HS004"))
        except InputError as error:
            problems.extend(error.problems)
    elif parent is None:
        message = f"mẫu “{folder.name}” không có tệp {WORDING_FILE}"
        hint = f"tạo {WORDING_FILE} với câu chữ của mẫu, hoặc khai ke_thua trong {SETTINGS_FILE}"
        problems.append(Problem("MA002", message, Place(shown_path(folder / SETTINGS_FILE)), hint))
    return _Link(tree, parse_template(text, shown), (text, Place(shown, 1)))


def _unknown_template(name: str, searched: Sequence[Path], place: Place | None) -> Problem:
    folders = _folders(searched)
    near = nearest(name, [folder.name for folder in folders])
    hint = f"có phải là “{near}” không? " if near else ""
    around = folders if _is_folder_name(name) else []
    general = next((one.name for one in around if (one / name / SETTINGS_FILE).is_file()), "")
    if general:
        hint = f"ghi mau: {general} và loai: {name}; "
    places = ", ".join(shown_path(folder) for folder in searched)
    hint += f"đã tìm trong: {places or 'không thư mục nào'}"
    return Problem("MA001", f"không tìm thấy mẫu “{name}”", place, hint)


def _misnamed_blocks(template: Template) -> list[Problem]:
    """Settings that speak of blocks that are not there."""
    known = template.blocks
    steps: list[tuple[str, str | int, str]] = [
        ("tuy_chon", index, name) for index, name in enumerate(template.settings.tuy_chon)
    ]
    steps += [
        ("cau_mac_dinh", name, name) for name in template.settings.cau_mac_dinh if name != GENERAL
    ]
    problems = []
    for key, step, name in steps:
        if name in known:
            continue
        hint = meant(name, known)
        message = f"{key}: mẫu không có khối “{name}”"
        problems.append(Problem("MA048", message, find(template.tree, (key, step))[0], hint))
    return problems
