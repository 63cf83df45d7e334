"""Figures of a dossier that break what it declares: what SL060 to SL079 are for."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from support.dossiers import TEMPLATES, write_dossier
from support.mutations.clean import Clean
from support.mutations.planting import Kind, Plant, Planted

from reportgen.checking.inputs import open_input
from reportgen.checks.subject import Subject

_HEADER = "ma,ten,thuc_hien,tong_so,don_vi_tinh,ky_truoc,nguon,ghi_chu"
_NAMES = ("can_cuoc", "dinh_danh", "cu_tru", "hoc_ba", "ly_lich", "dat_dai")
Row = dict[str, str]
Rows = dict[str, Row]
Slip = Callable[[Rows, dict[str, str], Random], None]


def _rows(rng: Random) -> Rows:
    """Figures that keep to everything: a total with its two parts, and some done out of totals."""
    parts = rng.randrange(500, 2000), rng.randrange(100, 400)
    values = dict(zip(("tong", "tinh", "xa"), (sum(parts), *parts), strict=True))
    rows = {name: _row(value, rng) for name, value in values.items()}
    for name in _NAMES:
        value = rng.randrange(10_000, 900_000)
        rows[name] = _row(value, rng) | {"tong_so": str(value + rng.randrange(100, 90_000))}
    return rows


def _row(value: int, rng: Random) -> Row:
    past = value - value * rng.randrange(1, 20) // 100 - 1
    return {
        "thuc_hien": str(value),
        "tong_so": "",
        "don_vi_tinh": "hồ sơ",
        "ky_truoc": str(past),
        "nguon": "Công an tỉnh",
    }


_DECLARED = {
    "quan_he": "[tong = tinh + xa]",
    "bat_buoc": "[can_cuoc, dinh_danh, cu_tru, hoc_ba]",
    "don_vi_tinh": "{can_cuoc: hồ sơ, cu_tru: hồ sơ}",
    "luy_ke": "[can_cuoc, hoc_ba, dat_dai]",
    "nguon_bat_buoc": "có",
    "than": "Đã giải quyết {{ ct.can_cuoc | so }} hồ sơ.",
}


def _subject(rows: Rows, declared: Mapping[str, str]) -> Subject:
    keys = ("thuc_hien", "tong_so", "don_vi_tinh", "ky_truoc", "nguon")
    lines = [
        ",".join((name, name.replace("_", " "), *(row[key] for key in keys), ""))
        for name, row in rows.items()
    ]
    more = "".join(f"{key}: {value}\n" for key, value in declared.items() if key != "than")
    with tempfile.TemporaryDirectory() as folder:
        path = write_dossier(
            Path(folder), declared["than"], more=more, figures="\n".join((_HEADER, *lines, ""))
        )
        return open_input(path, (TEMPLATES,)).subject


def _planting(slip: Slip) -> Plant:
    def plant(_: Clean, rng: Random) -> Planted:
        rows, declared = _rows(rng), dict(_DECLARED)
        before = _subject(rows, declared)
        slip(rows, declared, rng)
        return Planted(before, _subject(rows, declared), "")

    return plant


def _relation(rows: Rows, _: dict[str, str], rng: Random) -> None:
    row = rows[rng.choice(("tong", "tinh", "xa"))]
    row["thuc_hien"] = str(int(row["thuc_hien"]) + rng.randrange(1, 90))


def _ill_written(_: Rows, declared: dict[str, str], rng: Random) -> None:
    declared["quan_he"] = rng.choice(("[tong = tin + xa]", "[tong + tinh]", "[tong = tinh +]"))


def _not_checkable(rows: Rows, _: dict[str, str], rng: Random) -> None:
    rows[rng.choice(("tinh", "xa"))]["thuc_hien"] = ""


def _required(rows: Rows, _: dict[str, str], rng: Random) -> None:
    name = rng.choice(("dinh_danh", "cu_tru", "hoc_ba"))
    if rng.random() < 0.5:
        del rows[name]
    else:
        rows[name]["thuc_hien"] = ""


def _declared_unit(rows: Rows, _: dict[str, str], rng: Random) -> None:
    rows["cu_tru"]["don_vi_tinh"] = rng.choice(("người", "thẻ", "nghìn hồ sơ"))


def _printed_unit(rows: Rows, declared: dict[str, str], rng: Random) -> None:
    unit = rng.choice(("triệu đồng", "nghìn đồng", "triệu USD"))
    rows["dat_dai"]["don_vi_tinh"] = "tỷ đồng"
    declared["than"] = f"Đã chi {{{{ ct.dat_dai | so }}}} {unit} cho các xã."


def _source(rows: Rows, _: dict[str, str], rng: Random) -> None:
    rows[rng.choice(_NAMES)]["nguon"] = ""


def _over_total(rows: Rows, _: dict[str, str], rng: Random) -> None:
    row = rows[rng.choice(_NAMES)]
    row["thuc_hien"], row["tong_so"] = row["tong_so"], row["thuc_hien"]


def _fallen(rows: Rows, _: dict[str, str], rng: Random) -> None:
    row = rows[rng.choice(("can_cuoc", "hoc_ba", "dat_dai"))]
    row["ky_truoc"] = str(int(row["thuc_hien"]) + rng.randrange(10, 900))


def _leapt(rows: Rows, _: dict[str, str], rng: Random) -> None:
    row = rows[rng.choice(("dinh_danh", "cu_tru", "ly_lich"))]
    row["ky_truoc"] = str(int(row["thuc_hien"]) // 20)


def _unmoved(rows: Rows, _: dict[str, str], rng: Random) -> None:
    row = rows[rng.choice(_NAMES)]
    row["ky_truoc"] = row["thuc_hien"]


_ANY = (Clean("examples/toi_thieu/bao_cao.yaml"),)  # not looked at: each slip has its own dossier

KINDS = tuple(
    Kind(name, (code,), _ANY, _planting(slip), rules="SL06" if code < "SL070" else "SL0")
    for name, code, slip in (
        ("quan hệ đã khai bị vỡ", "SL060", _relation),
        ("quan hệ viết sai", "SL061", _ill_written),
        ("quan hệ thiếu số", "SL062", _not_checkable),
        ("thiếu chỉ tiêu bắt buộc", "SL063", _required),
        ("đơn vị tính khác đã khai", "SL064", _declared_unit),
        ("đơn vị in khác đơn vị tính", "SL065", _printed_unit),
        ("thiếu nguồn", "SL066", _source),
        ("số làm hơn tổng số", "SL067", _over_total),
        ("số lũy kế của hồ sơ giảm", "SL068", _fallen),
        ("số của hồ sơ gấp nhiều lần", "SL069", _leapt),
        ("số của hồ sơ không đổi", "SL070", _unmoved),
    )
)
