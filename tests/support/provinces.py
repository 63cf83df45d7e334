"""Dossiers for any province and any template, made from a seed."""

import random
from pathlib import Path

from reportgen.building import search_path
from reportgen.drafting import Template, load_template
from reportgen.drafting.usage import used_indicators
from reportgen.places import Province, communes_of
from reportgen.starters import (
    Office,
    commune_office,
    department,
    profile_text,
    provincial_office,
)

_DEPARTMENTS = ("Sở Nội vụ", "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch")
_PHRASES = (
    "rà soát dữ liệu;",
    "chuẩn hóa dữ liệu dân cư",
    "tại các thôn, tổ dân phố",
    "hướng dẫn người dân",
    "nộp hồ sơ trực tuyến;",
    "thanh toán không dùng tiền mặt",
    "báo cáo kết quả",
    "đúng thời hạn được giao",
    "theo Kế hoạch của",
    "Ủy ban nhân dân",
    "(CSDLQG về dân cư),",
)
_KINDS = ("to_trinh", "thong_bao", "quyet_dinh", "chi_thi", "giay_moi")


def office_of(province: Province, chance: random.Random) -> Office:
    """One of the three kinds of offices of a province."""
    match chance.choice(("tinh", "so", "xa")):
        case "tinh":
            return provincial_office(province)
        case "so":
            return department(province, chance.choice(_DEPARTMENTS))
        case _:
            return commune_office(province, chance.choice(communes_of(province)))


def write_province(folder: Path, province: Province, template: str) -> Path:
    """A dossier of a province's office for a template; the same names give the same files."""
    chance = random.Random(f"{province.key} {template}")
    folder.mkdir(parents=True, exist_ok=True)
    office = office_of(province, chance)
    (folder / "don_vi.yaml").write_text(profile_text(office), encoding="utf-8")
    loaded = load_template(template, search_path(()))
    _write_figures(folder, loaded, chance)
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    number = chance.choice(("", str(chance.randint(1, 999))))
    head = f"mau: {template}\nso: {number}\nngay: {day}/{month}/2026\n"
    body = _BODIES.get(template, _named)(folder, loaded, chance)
    path = folder / "ho_so.yaml"
    path.write_text(head + body, encoding="utf-8")
    return path


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_PHRASES, k=chance.randint(2, 12))
    return f"{' '.join(words).capitalize().rstrip(',;')}."


def _write_figures(folder: Path, template: Template, chance: random.Random) -> None:
    rows = ["ma,thuc_hien,tong_so"]
    for code in sorted(used_indicators(template)):
        total = chance.choice((1, 7, 40, 999, 15_000, 1_816_581))
        rows.append(f"{code},{chance.randint(0, total)},{total}")
    (folder / "chi_tieu.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _optional(template: Template, chance: random.Random) -> str:
    chosen = [name for name in template.settings.tuy_chon if chance.random() < 0.7]
    return "".join(f"  {name}: {{bo: false}}\n" for name in chosen)


def _month(folder: Path, template: Template, chance: random.Random) -> str:
    lines = "\n\n".join(f"    - {_sentence(chance)}" for _ in range(chance.randint(1, 6)))
    note = f"\n\n    Có ghi chú[^rieng].\n\n    [^rieng]: {_sentence(chance)}\n"
    return (
        f"ky: {chance.randint(1, 12)}/2026\nnoi_dung:\n{_optional(template, chance)}"
        f"  chi_dao_noi_bat: |\n{lines}{note}"
    )


def _plan(folder: Path, template: Template, chance: random.Random) -> str:
    head = "STT,Nhóm nhiệm vụ,Nội dung cụ thể,Cơ quan chủ trì,Cơ quan phối hợp,Thời hạn"
    for number in (1, 2, 3):
        rows = [head]
        for row in range(chance.randint(1, 25)):
            first = row == 0 or chance.random() < 0.4
            group = f'{row + 1},"{_sentence(chance)[:40]}"' if first else ","
            rows.append(f'{group},"{_sentence(chance)}",Công an,"Các sở, ngành",31/12/2026')
        (folder / f"phu_luc_{number}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    appendices = "".join(
        f"  - {{tieu_de: NHIỆM VỤ {number}, bang: phu_luc_{number}.csv}}\n" for number in (1, 2, 3)
    )
    quarter = chance.choice(("I", "II", "III", "IV"))
    return (
        f"ky: quý {quarter}/2026\nnoi_dung:\n{_optional(template, chance)}"
        f"  loi_ket: {{them: '{_sentence(chance)}'}}\nphu_luc:\n{appendices}"
    )


def _letter(folder: Path, template: Template, chance: random.Random) -> str:
    addressees = "".join(f"  - Cơ quan thứ {n}\n" for n in range(chance.randint(1, 4)))
    tasks = "\n\n".join(f"    ##. {_sentence(chance)}" for _ in range(chance.randint(1, 9)))
    return (
        f"linh_vuc: NC\ntrich_yeu: {_sentence(chance).rstrip('.')}\nkinh_gui:\n{addressees}"
        f"noi_dung:\n{_optional(template, chance)}  nhiem_vu: |\n{tasks}\n"
    )


def _named(folder: Path, template: Template, chance: random.Random) -> str:
    kind = chance.choice(_KINDS)
    text = "\n\n".join(f"    {_sentence(chance)}" for _ in range(chance.randint(1, 12)))
    if kind == "quyet_dinh":
        text = f"    #. {_sentence(chance)}\n\n{text}"
    bases = f"can_cu:\n  - {_sentence(chance).rstrip('.')}\n"
    return (
        f"loai: {kind}\ntrich_yeu: {_sentence(chance).rstrip('.')}\n"
        f"{bases if kind == 'quyet_dinh' else ''}noi_dung:\n  toan_van: |\n{text}\n"
    )


_BODIES = {"bao_cao_thang": _month, "ke_hoach_quy": _plan, "cong_van": _letter}
