"""A YAML file as entries: each key with its comment, found again by the line it stands on."""

from collections.abc import Collection, Sequence
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

    def value(self, key: str) -> str | None:
        """The value of a key; None where there is no such key."""
        return next((entry.value for entry in self.entries if entry.key == key), None)

    def without(self, keys: Collection[str]) -> "YamlFile":
        """The file without these keys."""
        return YamlFile(self.head, tuple(one for one in self.entries if one.key not in keys))

    def with_value(self, key: str, value: str) -> "YamlFile":
        """The file with another value for a key that it has."""
        made = (Entry(key, value, one.comment) if one.key == key else one for one in self.entries)
        return YamlFile(self.head, tuple(made))

    def with_entries(self, entries: Sequence[Entry]) -> "YamlFile":
        """The file with more entries at its end."""
        return YamlFile(self.head, (*self.entries, *entries))
