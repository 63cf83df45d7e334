"""What results are called: names that differ, and that every system can have."""

import re
from collections.abc import Sequence
from pathlib import Path

#: Names that Windows keeps for devices; no file can have them, whatever its suffix.
DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_MOST_BYTES = 200  # of a name without suffix; file systems take 255


def unique_stems(paths: Sequence[Path]) -> list[str]:
    """The names of the results: the dossier's, with its folders before it where two would clash.

    Files of one folder that differ in their suffix only keep it (`bao_cao_yml`).
    """
    full = [path.resolve() for path in paths]
    longest = max((len(path.parts) for path in full), default=0)
    plain = [path.with_suffix("").parts for path in full]
    suffixed = [(*path.parts[:-1], path.name.replace(".", "_")) for path in full]
    stems: list[str] = []
    for names in (plain, suffixed):
        for depth in range(1, longest):
            stems = ["_".join(name[1:][-depth:]) for name in names]
            if len(set(stems)) == len(set(full)):
                return stems
    return stems


def fault_of_name(name: str) -> str | None:
    """Why files cannot have a name (folders before it with `/`, no suffix); None if they can."""
    return next((fault for part in name.split("/") if (fault := _fault_of_part(part))), None)


def _fault_of_part(part: str) -> str | None:
    found = _FORBIDDEN.search(part)
    sign = (
        found[0] if found and found[0].isprintable() else f"U+{ord(found[0]):04X}" if found else ""
    )
    faults = {
        "có thư mục hoặc tệp không tên (thừa dấu “/”)": not part,
        f"có ký tự “{sign}”, Windows không cho dùng trong tên tệp": found,
        "bắt đầu bằng dấu chấm, là tên của tệp ẩn hoặc thư mục khác": part.startswith("."),
        "có dấu cách ở đầu, hoặc dấu chấm, dấu cách ở cuối": part != part.strip().rstrip("."),
        f"“{part}” là tên Windows giữ cho thiết bị": DEVICE.fullmatch(
            part.partition(".")[0].strip()
        ),
        "dài quá": len(part.encode("utf-8", "surrogateescape")) > _MOST_BYTES,
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)
