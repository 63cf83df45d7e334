"""How long collecting takes: every commune of the country, sixty figures each.

Run: .venv/bin/python benchmarks/collect.py [UNITS]
"""

import io
import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from reportgen.periods.collect import collect_folder
from reportgen.periods.figures import read_plan
from reportgen.periods.forms import commune_forms
from reportgen.places import communes_of, provinces

FIGURES = 60
PROFILE = """\
co_quan_chu_quan: CHÍNH PHỦ
co_quan_ban_hanh: TỔ CÔNG TÁC
dia_danh: Hà Nội
ky_hieu: BC-TCT
nguoi_ky: {chuc_vu: TỔ TRƯỞNG, ho_ten: Nguyễn Văn A}
noi_nhan: [Văn phòng Chính phủ]
luu: VT
"""
_SHEET = "xl/worksheets/sheet1.xml"
_TO_FILL = re.compile(rb'<c r="F([0-9]+)" s="([0-9]+)"[^>]*?(?:/>|></c>)')


def main() -> None:
    names = [
        f"{commune.full_name}, {province.full_name()}"
        for province in provinces()
        for commune in communes_of(province)
    ]
    names = names[: int(sys.argv[1])] if len(sys.argv) > 1 else names
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dossier, listed = _dossier(folder, names)
        started = perf_counter()
        expected = _returned(folder / "da_nop", dossier, names)
        written = perf_counter()
        before = os.times()
        collection = collect_folder(folder / "da_nop", dossier, communes=listed)
        collected, after = perf_counter(), os.times()
        files = collection.files()
        finished = perf_counter()
    sums = {one.figure.code: int(one.now) for one in collection.collected.merged}
    if sums != expected or collection.collected.missing_communes:
        raise SystemExit("the totals are wrong")
    table = next(len(data) for path, data in files.items() if path.name == "bang_cap_xa.csv")
    print(f"{len(names)} units × {FIGURES} figures, {os.cpu_count()} processors")
    print(f"forms written and filled  {written - started:6.1f} s")
    busy = sum(after[:4]) - sum(before[:4])  # of this process and of those that it started
    print(f"forms read and judged     {collected - written:6.1f} s, {busy:.1f} s busy")
    print(f"merged, table of {table // 1024} KB  {finished - collected:6.1f} s")


def _dossier(folder: Path, names: list[str]) -> tuple[Path, Path]:
    rows = ["ma,ten,thuc_hien,don_vi_nop,tong_hop"]
    rows += [f"so_{n},Chỉ tiêu {n},,cấp xã,tong" for n in range(FIGURES)]
    (folder / "chi_tieu.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    dossier, listed = folder / "bao_cao.yaml", folder / "xa.csv"
    dossier.write_text("mau: bao_cao_thang\nky: 9/2025\n", encoding="utf-8")
    listed.write_text("ten\n" + "".join(f'"{name}"\n' for name in names), encoding="utf-8")
    return dossier, listed


def _returned(folder: Path, dossier: Path, names: list[str]) -> dict[str, int]:
    """Write every unit's form with values in it; gives the totals."""
    folder.mkdir()
    plan = read_plan(dossier)
    totals = dict.fromkeys((figure.code for figure in plan.of_communes), 0)
    for number, (name, data) in enumerate(commune_forms(plan, names)):
        values = [number * 7 + place for place in range(len(totals))]
        (folder / name).write_bytes(_filled(data, iter(values)))
        for code, value in zip(totals, values, strict=True):
            totals[code] += value
    return totals


def _filled(data: bytes, values: Iterator[int]) -> bytes:
    def cell(match: re.Match[bytes]) -> bytes:
        return b'<c r="F%s" s="%s"><v>%d</v></c>' % (match[1], match[2], next(values))

    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, _TO_FILL.sub(cell, content) if part == _SHEET else content)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
