"""The folders import only from those above them in the list of docs/architecture.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = ROOT / "reportgen"
ORDER = re.findall(
    r"^\| `([^`]+?)/?` \|", (ROOT / "docs/architecture.md").read_text("utf-8"), re.MULTILINE
)
ENTRIES = {"__init__.py", "__main__.py"}
"""The package's own files: they import nothing but the command line, and are imported freely."""


def test_the_list_names_each_folder_and_nothing_that_is_gone() -> None:
    there = {one.name for one in CODE.iterdir() if one.suffix == ".py" or any(one.rglob("*.py"))}
    assert {one for one in ORDER if "/" not in one} == there - ENTRIES
    assert len(set(ORDER)) == len(ORDER)
    assert all((CODE / one).exists() for one in ORDER)


def test_modules_import_only_from_folders_above_their_own() -> None:
    modules = [path.relative_to(CODE) for path in sorted(CODE.rglob("*.py"))]
    assert [
        f"{module.as_posix()} imports {name}"
        for module in modules
        if str(module) not in ENTRIES
        for name in imported(module)
        if goes_against_the_order(
            entry_of(module.with_suffix("").as_posix()), entry_of(name.replace(".", "/"))
        )
    ] == []


def goes_against_the_order(own: str, needed: str) -> bool:
    """Whether `needed` stands below `own`; a folder within a folder is of the same house."""
    if needed.partition("/")[0] in ("", own.partition("/")[0]):
        return False
    return ORDER.index(needed) > ORDER.index(own)


def entry_of(path: str) -> str:
    """The nearest entry of the list that a file, or an imported name, belongs to; "" for none."""
    found = [one for one in ORDER if f"{path}/".startswith(f"{one.removesuffix('.py')}/")]
    return max(found, key=len, default="")


def imported(module: Path) -> Iterator[str]:
    """The names of ours that a module imports, wherever in it, without the package's own name."""
    for node in ast.walk(ast.parse((CODE / module).read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{one.name}" for one in node.names]
        elif isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        yield from (one.removeprefix("reportgen.") for one in names if one.startswith("reportgen."))
