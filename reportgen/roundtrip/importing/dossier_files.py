"""The YAML files of an imported document, commented as those of a first dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.dossier import Profile, Signer
from reportgen.roundtrip.importing.entries import Entry, YamlFile
from reportgen.roundtrip.importing.particulars import Particulars, Signing, Value, same
from reportgen.roundtrip.importing.yaml_text import block, items, lines_value, mapping, scalar

_COMMENTS: Mapping[str, str] = {
    "mau": "Mẫu: câu chữ không đổi của văn bản (đầu mục) nằm trong thư mục mau, cạnh don_vi.yaml.",
    "loai": "Loại văn bản.",
    "ky_hieu": "Ký hiệu của riêng văn bản này; bình thường ký hiệu tự lập từ loai và viet_tat.",
    "ky": "Kỳ báo cáo, nhận ra từ tiêu đề; xem lại rồi sửa nếu chưa đúng.",
    "trich_yeu": "Trích yếu, như trong tệp Word.",
    "dong_ky": "Dòng thời gian dưới tiêu đề.",
    "danh_so": "Cách đánh số các cấp: #, ##, ###.",
    "ghi_de_don_vi": "Những điều khác với don_vi.yaml, chỉ dùng cho văn bản này.",
    "can_cu": "Các căn cứ, mỗi căn cứ một dòng; dấu “;” và dấu chấm ở cuối tự in.",
    "noi_dung": "Lời văn. Mỗi khóa là một mục của mẫu; kỳ sau reportgen new mở lại từng mục.",
    "phu_luc": "Phụ lục; bảng nằm trong tệp CSV bên cạnh.",
}
_OF_GENERAL_TEMPLATE: Mapping[str, str] = {
    "mau": "Mẫu chung có sẵn của chương trình.",
    "noi_dung": "Lời văn.",
}
_OFFICE_COMMENTS: Mapping[str, str] = {
    "co_quan_chu_quan": "Cơ quan chủ quản: dòng trên, in hoa, không đậm.",
    "co_quan_ban_hanh": "Cơ quan ban hành; xuống dòng ở đâu thì in xuống dòng ở đó.",
    "ten_goi": "Tên cơ quan khi nhắc trong câu.",
    "dia_danh": "In trước ngày tháng.",
    "viet_tat": "Chữ viết tắt của cơ quan trong ký hiệu.",
    "nguoi_ky": "Người ký: quyen_han (TM., KT., TL., TUQ.), chuc_vu, chuc_danh, ho_ten.",
    "noi_nhan": "Nơi nhận, mỗi nơi một dòng; dấu gạch đầu dòng và dấu “;” tự in.",
    "luu": "Dòng cuối của Nơi nhận, sau chữ “Lưu:”.",
}
_FIRST = ("mau", "loai", "so", "ky_hieu", "linh_vuc", "ngay", "ky", "ten_loai", "trich_yeu")
_MULTILINE = frozenset({"co_quan_chu_quan", "co_quan_ban_hanh", "quyen_han"})


@dataclass(frozen=True, slots=True)
class AppendixParts:
    """What the dossier says of one appendix; `table` is the name of its CSV file, "" for none."""

    title: str
    text: str = ""
    table: str = ""
    landscape: bool = False
    widths: Mapping[str, str] = field(default_factory=dict)
    merged: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What a dossier begins with: the Word file it is made of, its template, its `danh_so`.

    `own` says that the template was made with the dossier.
    """

    word: str
    template: str
    own: bool
    scheme: Sequence[str] = ()


def dossier_file(
    head: Head,
    found: Particulars,
    texts: Mapping[str, str],
    appendices: Sequence[AppendixParts],
    existing: Profile | None,
) -> YamlFile:
    """The dossier's file; what differs from an `existing` profile is laid over it."""
    values: dict[str, Value] = {"mau": head.template, **found.dossier}
    ordered = [key for key in _FIRST if key in values]
    ordered += [key for key in values if key not in _FIRST]
    comments = _COMMENTS if head.own else {**_COMMENTS, **_OF_GENERAL_TEMPLATE}
    entries = [_entry(key, values[key], comments) for key in ordered]
    if head.scheme:
        listed = ", ".join(scalar(one) for one in head.scheme)
        entries.append(Entry("danh_so", f"[{listed}]", _COMMENTS["danh_so"]))
    if len(found.signers) > 1:
        entries.append(Entry("chu_ky", items(map(_signer_item, found.signers), 2)))
    if existing is not None:
        entries += _differences(found, existing)
    if texts:
        written = "".join(f"\n  {key}: {block(text, 4)}\n" for key, text in texts.items())
        entries.append(Entry("noi_dung", written.rstrip("\n"), comments["noi_dung"]))
    if appendices:
        listed = "".join(_appendix(one) for one in appendices)
        entries.append(Entry("phu_luc", listed.rstrip("\n"), _COMMENTS["phu_luc"]))
    above = (
        f"Hồ sơ lập từ tệp Word {head.word} bằng lệnh reportgen import.\n"
        "Dòng bắt đầu bằng dấu # là ghi chú, không in ra."
    )
    return YamlFile(above, tuple(entries))


def profile_file(word_name: str, found: Particulars) -> YamlFile:
    """The profile of the office that issued the document."""
    entries = [
        _entry(key, found.signers[-1] if key == "nguoi_ky" else value, _OFFICE_COMMENTS)
        for key, value in found.profile.items()
    ]
    head = (
        f"Thông tin của cơ quan, nhận ra từ tệp Word {word_name}; dùng chung cho mọi hồ sơ trong "
        "thư mục này.\nXem lại từng dòng; dấu … là chỗ tệp Word không có, cần điền."
    )
    return YamlFile(head, tuple(entries))


def _differences(found: Particulars, existing: Profile) -> list[Entry]:
    """Entries for what the existing profile says otherwise."""
    entries = []
    over: dict[str, Value] = {}
    for key, given in found.profile.items():
        value = found.signers[-1] if key == "nguoi_ky" else given
        if _says(existing, key, value):
            continue
        if key in ("noi_nhan", "luu"):
            entries.append(_entry(key, value, _OFFICE_COMMENTS))
        else:
            over[key] = value
    if "co_quan_chu_quan" not in found.profile and existing.co_quan_chu_quan:
        over["co_quan_chu_quan"] = ""
    if over:
        lines = "".join(f"\n  {key}: {_value(key, value, 4)}" for key, value in over.items())
        entries.append(Entry("ghi_de_don_vi", lines, _COMMENTS["ghi_de_don_vi"]))
    return entries


def _says(existing: Profile, key: str, value: Value) -> bool:
    """Whether the profile has that value already."""
    if key == "nguoi_ky" and isinstance(value, Mapping):
        signer = existing.nguoi_ky
        return all(same(value.get(name), getattr(signer, name)) for name in Signer.model_fields)
    if key == "noi_nhan":
        listed = existing.noi_nhan
        names = [f"{one.ten} (*{one.ghi_chu}*)" if one.ghi_chu else one.ten for one in listed]
        return same(value, names)
    if key == "cho_phep_cap_bac":
        return existing.cho_phep_cap_bac
    return same(value, getattr(existing, key))


def _entry(key: str, value: Value, comments: Mapping[str, str]) -> Entry:
    return Entry(key, _value(key, value, 2), comments.get(key, ""))


def _value(key: str, value: Value, indent: int) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        if key == "ky":
            return mapping({name: str(one) for name, one in value.items()})
        gap = f"\n{' ' * indent}"
        return "".join(f"{gap}{name}: {_value(name, x, indent + 2)}" for name, x in value.items())
    if key in _MULTILINE:
        return lines_value(value, indent)
    return items(map(scalar, value), indent) if value else "[]"


def _signer_item(signer: Signing) -> str:
    lines = [f"{key}: {_value(key, value, 6)}" for key, value in signer.items()]
    return "\n    ".join(lines)


def _appendix(one: AppendixParts) -> str:
    lines = [f"tieu_de: {scalar(one.title)}"]
    if one.landscape:
        lines.append("huong: ngang")
    if one.text:
        lines.append(f"noi_dung: {block(one.text, 6)}")
    if one.table:
        lines.append(f"bang: {scalar(one.table)}")
    if one.widths:
        inner = "".join(
            f"\n      {scalar(title)}: {{rong: {width}}}" for title, width in one.widths.items()
        )
        lines.append(f"cot:{inner}")
    if one.merged:
        lines.append(f"gop: [{', '.join(map(scalar, one.merged))}]")
    return "\n  - " + "\n    ".join(lines) + "\n"
