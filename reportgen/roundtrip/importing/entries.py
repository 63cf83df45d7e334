"""A YAML file as entries: each key with its comment, found again by the line it stands on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """`value` is YAML as it stands after the colon; `comment` (lines) stands above the key."""

    key: str
    value: str
    comment: str = ""

    @property
    def text(self) -> str:
        above = "".join(f"# {line}\n" for line in self.comment.splitlines())
        gap = "" if self.value.startswith("\n") or not self.value else " "
        return f"{above}{self.key}:{gap}{self.value}\n"


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file of the dossier, not yet written; `head` are its first comments."""

    head: str
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        above = "".join(f"# {line}".rstrip() + "\n" for line in self.head.splitlines())
        return above + "".join(entry.text for entry in self.entries)

    def key_at(self, line: int) -> str:
        """The key whose entry has that line (from 1); "" above the first."""
        last = len(self.head.splitlines())
        for entry in self.entries:
            last += entry.text.count("\n")
            if line <= last:
                return entry.key
        return ""
