"""The keys of a dossier's YAML: set, added in the template's order, taken away."""

import re

from reportgen.dossier.tree import Steps
from reportgen.periods.yaml_editing import YamlEditor
from reportgen.roundtrip.merging.placing.patches import Patch
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.typing_in import as_line, as_value

_CONTENT = "noi_dung"


def told_by(scene: Scene) -> str:
    """The comment above what was put in."""
    return f"# sửa theo bản Word {scene.edited}"


def set_section(
    scene: Scene, name: str, text: str | None = None, title: str | None = None, key: str = "thay"
) -> list[Patch]:
    """Give a block a text (as `key`: thay, them) and a title; what the dossier says else stays."""
    editor = YamlEditor(scene.yaml)
    kind = editor.kind(_CONTENT, name)
    extent = editor.extent(_CONTENT, name)
    if extent is None:
        return _added(scene, editor, name, _section(text, title, key, _column(editor)))
    column = editor.column(_CONTENT, name) or 2
    start, end = extent
    if kind == "text" and title is not None and text is None:
        return _with_title(scene, extent, column, name, title)
    if kind == "map" and not editor.flows(_CONTENT, name):
        return _in_map(scene, name, text, title, key)
    if kind == "text" and key == "them":
        return []
    kept = _flow_title(editor, name) if title is None else None
    entry = " " * column + f"{name}:{_section(text, title or kept, key, column)}"
    return [Patch(scene.path, start, end, entry)]


def _flow_title(editor: YamlEditor, name: str) -> str | None:
    typed = editor.source(_CONTENT, name, "tieu_de")
    return typed.strip("\"'") if typed else None


def drop_section(scene: Scene, name: str) -> list[Patch]:
    """Have a block not printed."""
    editor = YamlEditor(scene.yaml)
    extent = editor.extent(_CONTENT, name)
    if extent is None:
        return _added(scene, editor, name, " {bo: true}")
    column = editor.column(_CONTENT, name) or 2
    return [Patch(scene.path, *extent, " " * column + f"{name}: {{bo: true}}")]


def without_key(scene: Scene, *steps: str | int) -> list[Patch]:
    """Take a key and its value away, with the blank line below it."""
    extent = YamlEditor(scene.yaml).extent(*steps)
    if extent is None:
        return []
    start, end = extent
    tail = re.compile(r"\n[ \t]*(?=\n)|\n|\Z").match(scene.yaml, end)
    end = tail.end() if tail else end
    if scene.yaml[end : end + 1] == "\n":
        end += 1
    return [Patch(scene.path, start, end, "")]


def _column(editor: YamlEditor) -> int:
    extent = editor.extent(_CONTENT)
    if extent is None or editor.kind(_CONTENT) != "map":
        return 2
    names = editor.keys(_CONTENT)
    return (editor.column(_CONTENT, names[0]) if names else None) or 2


def _section(text: str | None, title: str | None, key: str, column: int) -> str:
    if title is None and key == "thay" and text is not None:
        return f" {as_value(text, column)}"
    inner = " " * (column + 2)
    lines = [f"{inner}tieu_de: {as_line(title)}"] if title is not None else []
    if text is not None:
        lines.append(f"{inner}{key}: {as_value(text, column + 2)}")
    return "\n" + "\n".join(lines)


def _with_title(
    scene: Scene, extent: tuple[int, int], column: int, name: str, title: str
) -> list[Patch]:
    """A text alone becomes a mapping of title and text."""
    start, end = extent
    typed = scene.yaml[start:end]
    head, _, below = typed.partition(f"{name}:")
    first, newline, rest = below.partition("\n")
    lines = [f"  {line}" if line.strip() else line for line in rest.split("\n")]
    inner = " " * (column + 2)
    made = f"{head}{name}:\n{inner}tieu_de: {as_line(title)}\n{inner}thay:{first}"
    return [Patch(scene.path, start, end, made + newline + "\n".join(lines))]


def _in_map(scene: Scene, name: str, text: str | None, title: str | None, key: str) -> list[Patch]:
    """Keys of a section that is typed as a mapping, a line each."""
    patches: list[Patch] = []
    editor = YamlEditor(scene.yaml)
    names = editor.keys(_CONTENT, name)
    column = editor.column(_CONTENT, name, names[0]) or 4
    pad = " " * column
    given = {"tieu_de": as_line(title)} if title is not None else {}
    if text is not None:
        given[key] = as_value(text, column)
    added = ""
    for one, value in given.items():
        extent = editor.extent(_CONTENT, name, one)
        if extent is not None:
            patches.append(Patch(scene.path, *extent, f"{pad}{one}: {value}"))
        else:
            added += f"\n{pad}{one}: {value}"
    for one in ("bo", "khong_co") if text is not None else ():
        if one in names:
            patches += without_key(scene, _CONTENT, name, one)
    if key == "thay" and text is not None and "them" in names:
        patches += without_key(scene, _CONTENT, name, "them")
    if added:
        end = (editor.extent(_CONTENT, name) or (0, 0))[1]
        patches.append(Patch(scene.path, end, end, added))
    return patches


def _added(scene: Scene, editor: YamlEditor, name: str, value: str) -> list[Patch]:
    """A new key of `noi_dung` behind the one that the template has before it."""
    column = _column(editor)
    pad = " " * column
    entry = f"{pad}{told_by(scene)}\n{pad}{name}:{value}"
    if editor.kind(_CONTENT) != "map" or editor.flows(_CONTENT):
        extent = editor.extent(_CONTENT)
        if extent is not None and editor.kind(_CONTENT) == "":
            return [Patch(scene.path, extent[1], extent[1], f"\n{entry}")]
        if extent is not None:
            return []
        end = len(scene.yaml.rstrip("\n"))
        return [Patch(scene.path, end, end, f"\n\n{_CONTENT}:\n{entry}")]
    order = list(scene.blocks)
    there = editor.keys(_CONTENT)
    before = [one for one in there if one in order and order.index(one) < order.index(name)]
    if before:
        last = max(before, key=order.index)
        end = (editor.extent(_CONTENT, last) or (0, 0))[1]
        return [Patch(scene.path, end, end, f"\n\n{entry}")]
    start = (editor.extent(_CONTENT, there[0]) or (0, 0))[0]
    return [Patch(scene.path, start, start, f"{entry}\n\n")]


def set_value(scene: Scene, steps: Steps, value: str) -> list[Patch]:
    """Set a value of the dossier, adding its key (and the key around it) where it is not there."""
    editor = YamlEditor(scene.yaml)
    if editor.extent(*steps) is not None:
        start, end = editor.extent(*steps) or (0, 0)
        typed = scene.yaml[start:end]
        column = editor.column(*steps) or 0
        comment = re.search(r"[ ]+#[^\n]*\Z", typed) if "\n" not in typed else None
        tail = comment[0] if comment and "\n" not in value else ""
        entry = f"{steps[-1]}:{_after_colon(value)}{tail}"
        return [Patch(scene.path, start + column, end, entry)]
    if len(steps) > 1:
        return _nested(scene, editor, steps, value)
    after = next((one for one in _BEFORE.get(str(steps[0]), ()) if editor.extent(one)), None)
    entry = f"{told_by(scene)}\n{steps[0]}:{_after_colon(value)}"
    if after is None:
        end = len(scene.yaml.rstrip("\n"))
        return [Patch(scene.path, end, end, f"\n{entry}")]
    end = (editor.extent(after) or (0, 0))[1]
    return [Patch(scene.path, end, end, f"\n{entry}")]


def _after_colon(value: str) -> str:
    return value if value.startswith("\n") or not value else f" {value}"


_BEFORE = {
    "so": ("mau",),
    "ngay": ("so", "mau"),
    "trich_yeu": ("ky", "ngay", "so", "mau"),
    "dong_ky": ("trich_yeu", "ky", "ngay", "so", "mau"),
    "ten_loai": ("loai", "mau"),
    "ky_hieu": ("so", "mau"),
    "kinh_gui": ("trich_yeu", "ky", "ngay", "so", "mau"),
}


def _nested(scene: Scene, editor: YamlEditor, steps: Steps, value: str) -> list[Patch]:
    """A key within a mapping that may have to be made."""
    there = next(n for n in range(len(steps) - 1, -1, -1) if n == 0 or _is_there(editor, steps[:n]))
    around, missing = steps[:there], steps[there:]
    if not around:
        end, column, comment = len(scene.yaml.rstrip("\n")), 0, f"\n{told_by(scene)}"
    else:
        names = editor.keys(*around)
        last = editor.extent(*around, names[-1]) if names else editor.extent(*around)
        if last is None or editor.kind(*around) not in ("map", "") or editor.flows(*around):
            return []
        outer = editor.column(*around[:1]) or 0
        column = (editor.column(*around, names[0]) if names else None) or outer + 2
        end, comment = last[1], ""
    lines = [" " * (column + 2 * depth) + f"{step}:" for depth, step in enumerate(missing)]
    lines[-1] += _after_colon(value)
    return [Patch(scene.path, end, end, comment + "".join(f"\n{line}" for line in lines))]


def _is_there(editor: YamlEditor, steps: Steps) -> bool:
    """Whether a key is typed, or an item of a list is a mapping."""
    return editor.extent(*steps) is not None or editor.kind(*steps) == "map"
