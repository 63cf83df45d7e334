"""Lines around the text: letterhead, title, recipients, signatures, as keys of the dossier."""

import re
from collections.abc import Sequence

from reportgen.document.inlines import plain_text
from reportgen.dossier.tree import Steps
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path
from reportgen.roundtrip.merging.placing.changing import place_changed
from reportgen.roundtrip.merging.placing.patches import Placement, refused
from reportgen.roundtrip.merging.placing.printed import signs_of
from reportgen.roundtrip.merging.placing.recipients import place_recipients
from reportgen.roundtrip.merging.placing.rewording import held_values
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import set_value
from reportgen.roundtrip.merging.placing.typing_in import as_line

_NUMBER = re.compile(r"\s*Số:\s*(?P<number>[^\s/]*)\s*(?:/\s*(?P<symbol>.*\S))?\s*")
_DATED = re.compile(
    r"(?P<place>.+?),\s*ngày\s*(?P<day>\d{0,2})[\s.…]*tháng\s*(?P<month>\d{0,2})[\s.…]*năm\s*"
    r"(?P<year>\d{4})\s*",
    re.IGNORECASE,
)
_OFFICE = "ghi_de_don_vi"
_SIGNER = {
    "authority": "quyen_han",
    "position": "chuc_vu",
    "official_title": "chuc_danh",
    "name": "ho_ten",
}
_LETTERS = {"superior": "co_quan_chu_quan", "issuer": "co_quan_ban_hanh"}
_KEYLESS = {
    "urgency": "mức độ khẩn: sửa khoá do_khan của hồ sơ",
    "circulation": "chỉ dẫn phạm vi lưu hành: sửa khoá pham_vi của hồ sơ",
    "drafter": "ký hiệu người soạn thảo: sửa khoá nguoi_soan_thao, so_ban của hồ sơ",
    "address": "địa chỉ cơ quan: sửa khoá dia_chi của hồ sơ hay của don_vi.yaml",
    "addressing": "lời “Kính gửi” do loại văn bản đặt; sửa khoá loai hay kinh_gui của hồ sơ",
}
_FIXED = "dòng này do chương trình đặt theo loại văn bản, không có khoá riêng; sửa trong khung"
_TITLES = {"subject": "trich_yeu", "period": "dong_ky"}


def place_component(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    """The keys of the dossier that make a component read as edited; the shared profile stays."""
    path = edit.target.path if edit.target else edit.container
    found = _line(scene, path, plain_text(edit.after).strip())
    if found is None:
        found = _listed(scene, edit, path, todo, way)
    return found or refused(_KEYLESS.get(str(path[-1]), _FIXED))


def _line(scene: Scene, path: Path, text: str) -> Placement | None:
    """A component that is one value."""
    match path:
        case ("letterhead", "number", *_):
            return _number(scene, text)
        case ("letterhead", "place_and_date", *_):
            return _dated(scene, text)
        case ("letterhead", ("superior" | "issuer") as field, *_):
            return _set(scene, (_OFFICE, _LETTERS[field]), text)
        case ("title", "kind", *_):
            return _set(scene, ("ten_loai",), text)
        case ("signatures", int(index), str(field), *_) if field in _SIGNER:
            return _signed(scene, index, field, text)
    return None


def _listed(
    scene: Scene, edit: Edit, path: Path, todo: Sequence[Edit], way: int
) -> Placement | None:
    """A component that is a sentence or a list."""
    match path:
        case ("title" | "letterhead", ("subject" | "period") as field, *_):
            return _titled(scene, edit, path, _TITLES[field], way)
        case ("recipients", *_):
            return place_recipients(scene, edit, todo)
        case ("addressees", *_):
            return _addressees(scene, edit)
        case ("appendices", int(index), "title", *_):
            return _appendix_title(scene, edit, index)
    return None


def _set(scene: Scene, steps: Steps, text: str) -> Placement:
    patches = set_value(scene, steps, as_line(text) if text else "")
    if not patches:
        return refused(f"không ghi được khoá {'.'.join(map(str, steps))} vào chỗ đang có")
    return Placement(tuple(patches))


def _number(scene: Scene, text: str) -> Placement:
    new = _NUMBER.fullmatch(text)
    old = _NUMBER.fullmatch(scene.building.document.letterhead.number)
    if new is None or old is None:
        return refused("dòng số không có dạng “Số: …/…”")
    placement = Placement()
    if new["number"] != old["number"]:
        placement = _set(scene, ("so",), new["number"].strip("\u00a0 "))
    if (new["symbol"] or "") != (old["symbol"] or "") and new["symbol"]:
        placement = placement.and_(_set(scene, ("ky_hieu",), new["symbol"]))
    return placement


def _dated(scene: Scene, text: str) -> Placement:
    new = _DATED.fullmatch(text)
    old = _DATED.fullmatch(scene.building.document.letterhead.place_and_date)
    if new is None:
        return refused("dòng địa danh, ngày tháng không có dạng “…, ngày … tháng … năm …”")
    placement = Placement()
    if old is None or new.groups()[1:] != old.groups()[1:]:
        parts = [int(part) for part in (new["day"], new["month"]) if part]
        day = "/".join([*(f"{part}" for part in parts), new["year"]])
        placement = _set(scene, ("ngay",), day)
    if old is not None and new["place"] != old["place"]:
        placement = placement.and_(_set(scene, (_OFFICE, "dia_danh"), new["place"]))
    return placement


def _titled(scene: Scene, edit: Edit, path: Path, key: str, way: int) -> Placement:
    """Subject and period: words of the dossier where it has them, else a text of its own."""
    traced = scene.traced(path)
    own = traced.spot if traced else None
    if own is not None and own.path == scene.path and way == 0:
        found = place_changed(scene, edit, 0)
        if found.changes:
            return found
    signs = signs_of(edit.after)
    if path[0] == "letterhead":
        text = plain_text(edit.after)
        cut = re.match(r"\s*V/v:?\s*", text)
        signs = signs[cut.end() :] if cut else signs
    values = scene.values(traced) if traced else []
    typed = scene.typist(edit.notes).typed(*held_values(signs, values)).strip()
    return _set(scene, (key,), " ".join(typed.split()))


def _signed(scene: Scene, index: int, field: str, text: str) -> Placement:
    dossier = scene.building.dossier
    key = _SIGNER[field]
    signer = dossier.signers[index]
    rank = getattr(signer, "cap_bac", None)
    if field == "name" and rank and text.startswith(f"{rank} "):
        text = text[len(rank) + 1 :]
    if dossier.chu_ky:
        return _set(scene, ("chu_ky", index, key), text)
    return _set(scene, (_OFFICE, "nguoi_ky", key), text)


def _addressees(scene: Scene, edit: Edit) -> Placement:
    listed = list(scene.building.dossier.kinh_gui)
    index = edit.target.path[1] if edit.target and len(edit.target.path) > 1 else -1
    text = plain_text(edit.after).strip().strip("-–;. ")
    if edit.kind is EditKind.INSERTED:
        listed.insert(int(index) + 1, text)
    elif not 0 <= int(index) < len(listed):
        return refused("không rõ dòng Kính gửi nào")
    elif edit.kind is EditKind.DELETED:
        del listed[int(index)]
    else:
        listed[int(index)] = text
    return Placement(tuple(set_value(scene, ("kinh_gui",), _as_list(listed))))


def _as_list(items: Sequence[str]) -> str:
    if len(items) == 1:
        return as_line(items[0])
    return "".join(f"\n  - {as_line(one)}" for one in items)


def _appendix_title(scene: Scene, edit: Edit, index: int) -> Placement:
    typed = scene.typist(edit.notes).typed(signs_of(edit.after), {}).strip()
    return _set(scene, ("phu_luc", index, "tieu_de"), typed)
