"""The files that a dossier names: they lie in its office's folder, or the dossier is not read."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.dossier.files import shown_path
from reportgen.dossier.tree import YamlList, YamlMap, YamlNode, YamlText
from reportgen.problems import Place, Problem

OUTSIDE = "HS034"
_MOST_SHOWN = 100
_YAML = (".yaml", ".yml")


def files_outside(path: Path, root: YamlMap, profile: Path | None) -> Iterator[Problem]:
    """A problem (HS034) for each file that the dossier at `path` names and that lies outside.

    Inside is what lies, links followed, in the folder of the nearest profile around the dossier, or
    where there is none (`profile`), in the one around the dossier's folder, in which those of other
    periods lie. Names with a drive or a root are refused wherever they lead. The profile may lie
    elsewhere, as that of a dossier made by `reportgen new --output` does, if it is YAML. A name
    that stands elsewhere than in the dossier is the user's own (a list for a batch) and may lead
    anywhere.
    """
    here = path.absolute().parent
    folder = profile.absolute().parent if profile is not None else here.parent
    for name, place, may_be_away in _named(root):
        theirs = place.file == shown_path(path)
        if theirs and _leads_out(here, name, folder, may_be_away=may_be_away):
            message = (
                f"tệp “{name[:_MOST_SHOWN]}” nằm ngoài thư mục của đơn vị "
                f"({shown_path(folder)}) nên không được đọc"
            )
            hint = "chép tệp vào thư mục của hồ sơ rồi chỉ ghi tên tệp"
            yield Problem(OUTSIDE, message, place, hint)


def _leads_out(here: Path, name: str, folder: Path, *, may_be_away: bool) -> bool:
    """Whether a file lies outside of the folder, a YAML file that `may_be_away` excepted."""
    try:
        if Path(name).is_absolute() or Path(name).drive:
            return True
        file = (here / name).resolve()
        is_excepted = may_be_away and file.suffix.lower() in _YAML
        return not is_excepted and not file.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links in a circle, null bytes: reading will tell
        return False


def _named(root: YamlMap) -> Iterator[tuple[str, Place, bool]]:
    """Every file that a dossier names, where, and whether it may lie elsewhere."""
    profile = root.entries["don_vi"].node if "don_vi" in root.entries else None
    if isinstance(profile, YamlText) and profile.text is not None:
        yield profile.text.strip(), profile.place, True  # one name, whatever lines it is typed on
    if "chi_tieu" in root.entries:
        for name, place in _lines(root.entries["chi_tieu"].node):
            yield name, place, False
    tables = root.entries["bang"].node if "bang" in root.entries else None
    appendices = root.entries["phu_luc"].node if "phu_luc" in root.entries else None
    nodes: list[YamlNode] = []
    if isinstance(tables, YamlMap):
        nodes += [_within(entry.node, "tep") for entry in tables.entries.values()]
    if isinstance(appendices, YamlList):
        nodes += [_within(item, "bang") for item in appendices.items if isinstance(item, YamlMap)]
    for node in nodes:
        for name, place in _lines(node):
            yield name, place, False


def _lines(node: YamlNode) -> Iterator[tuple[str, Place]]:
    for one in node.items if isinstance(node, YamlList) else (node,):
        if isinstance(one, YamlText) and one.text is not None:
            names = (line.strip() for line in one.text.split("\n"))
            yield from ((name, one.place) for name in names if name)


def _within(node: YamlNode, key: str) -> YamlNode:
    """What a mapping has at a key; the node itself where it is no mapping."""
    entry = node.entries.get(key) if isinstance(node, YamlMap) else None
    return entry.node if entry else node
