"""The font files that the PDF embeds: found on this machine, and looked into before they are used.

A family's name proves nothing (Liberation Serif 1.07 has no Vietnamese letters), so the file's own
character map is asked.
"""

import os
import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from reportgen.problems import InputError, Problem

FACES = ("regular", "bold", "italic", "bold-italic")
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


@dataclass(frozen=True, slots=True)
class Family:
    """A family that the PDF may be set in; `stems` are its files' names, face by face.

    `same_widths` tells whether it has the widths of Times New Roman, by which lines are foreseen.
    """

    name: str
    stems: Mapping[str, tuple[str, ...]]
    same_widths: bool = True


@dataclass(frozen=True, slots=True)
class FontFiles:
    """A family's four faces as bytes, where they are, and the family's name."""

    family: Family
    version: str
    faces: Mapping[str, bytes]
    paths: Mapping[str, Path]

    @property
    def description(self) -> str:
        """The name and version, for the reader: `Liberation Serif 2.1.5`."""
        return f"{self.family.name} {self.version}".strip()


def _hyphenated(name: str, base: str, same_widths: bool = True) -> Family:
    """A family with files named as `NotoSerif-Bold.ttf`."""
    suffixes = {"regular": ("regular", ""), "bold": ("bold",), "italic": ("italic",)}
    suffixes["bold-italic"] = ("bolditalic",)
    stems = {face: tuple(base + end for end in ends) for face, ends in suffixes.items()}
    return Family(name, stems, same_widths)


#: In the order of preference (Phụ lục I, I.4 asks for Times New Roman).
FAMILIES = (
    Family(
        "Times New Roman",
        {
            "regular": ("times", "timesnewroman", "timesnewromanregular"),
            "bold": ("timesbd", "timesnewromanbold"),
            "italic": ("timesi", "timesnewromanitalic"),
            "bold-italic": ("timesbi", "timesnewromanbolditalic"),
        },
    ),
    _hyphenated("Liberation Serif", "liberationserif"),
    _hyphenated("Tinos", "tinos"),
    _hyphenated("Noto Serif", "notoserif", same_widths=False),
    _hyphenated("DejaVu Serif", "dejavuserif", same_widths=False),
)


@cache
def needed_letters() -> frozenset[str]:
    """Every letter of Vietnamese with every tone, ASCII, and the signs that reports use."""
    small = {unicodedata.normalize("NFC", v + tone) for v in _VOWELS for tone in _TONES} | {"đ"}
    ascii_ = {chr(code) for code in range(0x20, 0x7F)}
    return frozenset(small | {letter.upper() for letter in small} | ascii_ | set("“”‘’–…§°\u00a0"))


def font_folders() -> tuple[Path, ...]:
    """Where systems keep fonts: the user's first, then the machine's (Linux, macOS, Windows)."""
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    named = [data / "fonts", home / ".fonts", home / "Library/Fonts"]
    if local := os.environ.get("LOCALAPPDATA"):
        named.append(Path(local) / "Microsoft/Windows/Fonts")
    system = os.environ.get("SYSTEMROOT")
    named += [Path(system) / "Fonts"] if system else []
    named += [Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    named += [Path("/Library/Fonts"), Path("/System/Library/Fonts/Supplemental")]
    return tuple(named)


def find_fonts(folders: Iterable[Path] | None = None) -> FontFiles:
    """The best family of FAMILIES that is installed with all its letters.

    Reads font files under `folders` (default: the system's). Raises InputError if there is none.
    """
    files = list(_font_files(font_folders() if folders is None else folders))
    for family in FAMILIES:
        chosen = {face: _first_usable(files, family.stems[face]) for face in FACES}
        paths = {face: path for face, path in chosen.items() if path}
        if len(paths) == len(FACES):
            faces = {face: path.read_bytes() for face, path in paths.items()}
            return FontFiles(family, _version(paths["regular"]), faces, paths)
    raise InputError([_no_font()])


def _no_font() -> Problem:
    return Problem(
        "PD001",
        "máy này không có phông chữ nào dùng được cho PDF: cần Times New Roman, hoặc một phông "
        "cùng cỡ có đủ chữ tiếng Việt",
        hint="cài gói fonts-liberation2 (Debian, Ubuntu: apt install fonts-liberation2) hoặc phông "
        "Tinos; gói fonts-liberation bản 1.07 không có chữ tiếng Việt",
    )


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in {".ttf", ".otf"}:
                yield path


def _first_usable(files: Iterable[Path], stems: tuple[str, ...]) -> Path | None:
    """The first file with one of the names whose character map has every needed letter."""
    for path in files:
        if re.sub(r"[\W_]", "", path.stem.lower()) in stems and _usable(path):
            return path
    return None


def _usable(path: Path) -> bool:
    try:
        state = path.stat()
    except OSError:
        return False
    return _has_letters(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _has_letters(path: Path, _changed: int, _size: int) -> bool:
    """Whether the font has all letters; looked up once for a file as it is now."""
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            letters = font.getBestCmap() or {}
    except (OSError, TTLibError, struct.error, LookupError, ValueError, AssertionError):
        return False
    return all(ord(letter) in letters for letter in needed_letters())


def _version(path: Path | None) -> str:
    """The version that the font says it has: `2.1.5`; '' if it says nothing of the kind."""
    if path is None:
        return ""
    with TTFont(path, lazy=True) as font:
        found = re.search(r"\d+(\.\d+)+", font["name"].getDebugName(5) or "")
    return found[0] if found else ""
