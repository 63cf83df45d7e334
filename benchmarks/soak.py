"""A long batch: many documents in one run, three of them bad, memory and bytes looked at.

Run: .venv/bin/python -m benchmarks.soak [DOCUMENTS] [--format docx,pdf,md] [--jobs N]

DOCX and PDF take half a second a document on two processors, DOCX alone a fiftieth of one.
Every document is the report for September 2025 with a number and a place of its own; the first and
the last but those are the same, to be compared byte for byte. Exit status 1 where the figures are
not those that must be: a worker grows, or takes more than 400 MB.
"""

import argparse
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.measuring import memory
from reportgen.batch import Outcome, Result, plan
from reportgen.batch.carrying_out import carry_out, processors
from reportgen.rendering import Format

DOSSIER = Path(__file__).resolve().parents[1] / "data/khanh_hoa/2025-09/bao_cao.yaml"
#: What the planted dossiers have wrong: a date that is none, no figures, a profile that is none.
BAD = ("31/11/2025,,", ",khong_co.csv,", ",,hong.yaml")
_MOST = 400  # MB a worker


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("documents", nargs="?", type=int, default=2000)
    parser.add_argument("--format", default="docx,pdf")
    parser.add_argument("--jobs", type=int, default=processors())
    asked = parser.parse_args()
    formats = [Format(name) for name in asked.format.split(",")]
    with tempfile.TemporaryDirectory() as name:
        return soak(Path(name), asked.documents, formats, asked.jobs)


def soak(folder: Path, count: int, formats: list[Format], workers: int) -> int:
    jobs = plan([str(manifest(folder, count))], folder / "ra", formats)
    outcomes: list[Outcome] = []
    held: dict[int, float] = {}
    started = perf_counter()
    for outcome in carry_out(jobs, workers=workers):
        outcomes.append(outcome)
        held[len(outcomes)] = largest_worker()
    seconds = perf_counter() - started
    written = sum(one.result is Result.WRITTEN for one in outcomes)
    refused = sorted(one.name for one in outcomes if one.result is Result.FAILED)
    first, last = (digests(folder / "ra", name, formats) for name in ("dau", "cuoi"))
    early, late = peak(held, 0.05, 0.25), peak(held, 0.80, 1.0)
    rows = [
        ("documents", f"{count}, {', '.join(formats)}, {workers} workers"),
        ("written", str(written)),
        ("refused", f"{len(refused)}: {', '.join(refused)}"),
        ("time", f"{seconds:.1f} s, {count / seconds:.2f} documents a second"),
        ("largest worker, 5–25 % of the way", f"{early:.0f} MB"),
        ("largest worker, last fifth", f"{late:.0f} MB"),
        ("this process", f"{memory('VmHWM'):.0f} MB at most"),
        ("same input at start and end", "same bytes" if first == last else "OTHER BYTES"),
    ]
    print("\n".join(f"| {title} | {value} |" for title, value in rows))
    for one in outcomes:
        if one.reason:
            print(f"{one.name}: {one.reason}")
    good = written == count - len(BAD) and refused == [f"hong_{n}" for n in range(len(BAD))]
    flat = late <= early * 1.1 + 5 and max(early, late) < _MOST
    return int(not (good and flat and first == last))


def manifest(folder: Path, count: int) -> Path:
    """One row a document, the bad ones spread among them."""
    (folder / "hong.yaml").write_text("co_quan_ban_hanh: [\n", encoding="utf-8")
    rows = [f"{DOSSIER},bc_{number:05},{number},,," for number in range(1, count - 1 - len(BAD))]
    for number, values in enumerate(BAD):
        rows.insert((number + 1) * len(rows) // 4, f"{DOSSIER},hong_{number},1,{values}")
    rows = [f"{DOSSIER},dau,87,,,", *rows, f"{DOSSIER},cuoi,87,,,"]
    path = folder / "danh_sach.csv"
    path.write_text("\n".join(["ho_so,ten_tep,so,ngay,chi_tieu,don_vi", *rows]), encoding="utf-8")
    return path


def digests(folder: Path, name: str, formats: list[Format]) -> list[str]:
    files = [folder / f"{name}.{kind}" for kind in formats]
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def largest_worker() -> float:
    """The memory of the largest process that this one has begun, in MB (Linux)."""
    return max((memory("VmRSS", pid) for pid in descendants(os.getpid())), default=0.0)


def descendants(parent: int) -> Iterator[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children")
    for pid in map(int, children.read_text("ascii").split() if children.exists() else ()):
        yield pid
        yield from descendants(pid)


def peak(held: dict[int, float], start: float, end: float) -> float:
    """The most in a part of the way."""
    count = len(held)
    return max(size for number, size in held.items() if start * count <= number <= end * count)


if __name__ == "__main__":
    sys.exit(main())
