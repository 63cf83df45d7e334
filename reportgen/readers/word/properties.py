"""What a file says about itself (ECMA-376 part 2 §11, part 1 §22.2)."""

from datetime import datetime

from reportgen.readers.word.model import WordProperties
from reportgen.readers.word.parts import Parts
from reportgen.wordprocessingml.names import Element, local


def read_properties(parts: Parts) -> WordProperties:
    """Title, author and the like; empty where the file does not say."""
    core = _texts(parts.of_package("core-properties"))
    extended = _texts(parts.of_package("extended-properties"))
    return WordProperties(
        title=core.get("title", ""),
        author=core.get("creator", ""),
        subject=core.get("subject", ""),
        keywords=core.get("keywords", ""),
        created=_moment(core.get("created", "")),
        application=extended.get("Application", ""),
    )


def _texts(root: Element | None) -> dict[str, str]:
    nodes = () if root is None else root
    return {local(node): (node.text or "").strip() for node in nodes}


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
