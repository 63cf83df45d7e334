"""Indicators that are asked for and not used, or used and not asked for."""

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.dossier import Dossier, load_dossier
from reportgen.dossier.files import read_text, shown_path
from reportgen.dossier.tree import YamlList, YamlMap, YamlNode, YamlText
from reportgen.drafting import Template
from reportgen.drafting.usage import used_indicators
from reportgen.problems import Place, Problem, Severity

README = "README.md"
_CODES_HEAD = re.compile(r"\|\s*Mã\s*\|", re.IGNORECASE)
_CODE_ROW = re.compile(r"\|\s*`([a-z][a-z0-9_]*)`\s*\|")
_IN_TEXT = re.compile(r"""\bct\s*(?:\.\s*|\[\s*["'])(\w+)""")


def check_listed(folder: Path, template: Template) -> Iterator[Problem]:
    """The README's tables of indicators (first column `Mã`) against those that are used.

    A README without such a table says nothing; one of a child need not list what it inherits.
    """
    path = folder / README
    if not path.is_file():
        return
    listed = _listed(read_text(path, "HS"), shown_path(path))
    used = used_indicators(template)
    for code in listed.keys() - used.keys():
        message = f"README liệt kê chỉ tiêu “{code}” nhưng mẫu không dùng"
        hint = "bỏ dòng này, hoặc dùng chỉ tiêu trong mẫu"
        yield Problem("MA050", message, listed[code], hint, Severity.WARNING)
    if listed and len(template.sources) == 1:
        for code in used.keys() - listed.keys():
            message = f"mẫu dùng chỉ tiêu “{code}” nhưng README không liệt kê"
            hint = f"thêm một dòng `{code}` vào bảng chỉ tiêu của {README}"
            yield Problem("MA051", message, used[code], hint, Severity.WARNING)


def check_dossier(path: Path, template: Template) -> Iterator[Problem]:
    """Indicators in a dossier's tables that neither it nor the template uses.

    Raises InputError where the dossier cannot be loaded.
    """
    dossier = load_dossier(path).dossier
    used = {*used_indicators(template), *_IN_TEXT.findall("\n".join(_texts_of(dossier)))}
    for formula in dossier.computed.formulas.values():
        used |= formula.names
    for code, indicator in dossier.indicators.items():
        if code not in used:
            message = f"chỉ tiêu “{code}” không được dùng ở mẫu và ở {shown_path(path)}"
            hint = "bỏ dòng này, hoặc dùng chỉ tiêu trong lời văn"
            yield Problem("MA052", message, indicator.place, hint, Severity.WARNING)


def _listed(text: str, file: str) -> dict[str, Place]:
    found: dict[str, Place] = {}
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.lstrip().startswith("|"):
            inside = False
        elif _CODES_HEAD.match(line):
            inside = True
        elif inside and (row := _CODE_ROW.match(line)):
            found.setdefault(row[1], Place(file, number))
    return found


def _texts_of(dossier: Dossier) -> Iterator[str]:
    yield from _texts(dossier.tree)
    for appendix in dossier.phu_luc:
        for row in appendix.table.rows if appendix.table else ():
            yield from row


def _texts(node: YamlNode) -> Iterator[str]:
    match node:
        case YamlText():
            yield node.text or ""
        case YamlList():
            for item in node.items:
                yield from _texts(item)
        case YamlMap():
            for entry in node.entries.values():
                yield from _texts(entry.node)
