"""By what authority a person signs: TM., KT., TL., TUQ. and Q. (Phụ lục I, II.7; Điều 13)."""

import re
from dataclasses import dataclass

_MARKS = ("TM", "KT", "TL", "TUQ", "Q")
_MARKED = re.compile(rf"(?P<mark>{'|'.join(_MARKS)})\. +(?P<name>\S.*)")
_BLURRED = re.compile(
    r"(?P<mark>T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)(?: ?[./:] ?| )(?P<rest>\S.*)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"(?P<mark>[^\W\d_]{1,4}[./]) ?\S.*")
_HEAD = re.compile(
    r"(?:Q\. )?(?:QUYỀN )?(?:TỔNG |CHI )?"
    r"(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|CHÁNH|TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|\w+ TRƯỞNG)\b"
)
_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|BAN|BCĐ|TỔ|SỞ|BỘ|CỤC|CHI CỤC|VĂN PHÒNG|THƯỜNG TRỰC|"
    r"ĐOÀN|TẬP THỂ|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TRUNG TÂM|PHÒNG)\b"
)
_DEPUTY = re.compile(r"\b(?:PHÓ|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN)\b")
# What may stand below what: only a collective's deputy and an ordered signer's deputy sign for
# another; who is authorised (TUQ.) hands nothing on (Điều 13.2-4).
_CHAINS = ((), ("TM",), ("TM", "KT"), ("KT",), ("TL",), ("TL", "KT"), ("TUQ",))
_RANK = re.compile(
    r"(?P<title>Đại tướng|(?:Thượng|Trung|Thiếu) tướng|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý)"
    r"|Chuẩn đô đốc|(?:Phó )?Đô đốc) +(?=\w)",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?P<title>(?:(?:GS|PGS|TS|TSKH|ThS|CN|KS|BS|BSCK\w*|CKI+|NGND|NGƯT|TTND|TTƯT)\.(?:TS\.)? ?)+"
    r"|(?:(?:Giáo sư|Phó giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Kỹ sư|Bác sĩ)[, ] ?)+)(?=\w)",
    re.IGNORECASE,
)
_MEANING = {
    "TM": "TM. (thay mặt) đứng trước tên tập thể: TM. ỦY BAN NHÂN DÂN",
    "KT": "KT. (ký thay) đứng trước chức vụ người đứng đầu: KT. CHỦ TỊCH",
    "TL": "TL. (thừa lệnh) đứng trước chức vụ người đứng đầu: TL. CHỦ TỊCH",
    "TUQ": "TUQ. (thừa ủy quyền) đứng trước chức vụ người đứng đầu: TUQ. CHỦ TỊCH",
}
_ALL = "dùng TM., KT., TL. hoặc TUQ., có dấu chấm và dấu cách"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the lines of a signature, and how to mend it, in Vietnamese."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Line:
    mark: str
    name: str

    def __str__(self) -> str:
        return f"{self.mark}. {self.name}"


def fault_of_authority(authority: str | None) -> Fault | None:
    """The first fault of the `quyen_han` lines; None where they can stand.

    A line without a mark goes on with the line above it.
    """
    lines = _lines(authority or "")
    if isinstance(lines, Fault):
        return lines
    for line in lines:
        if line.mark == "Q":
            hint = f"chuyển “{line}” sang chuc_vu"
            return Fault("Q. (quyền) đứng trước chức vụ của chính người ký", hint)
        if line.mark == "TM" and _HEAD.match(line.name.upper()):
            message = f"“{line}”: {line.name} là một người, không phải tập thể"
            return Fault(message, _MEANING["TM"])
        if line.mark != "TM" and _is_body(line.name.upper()):
            return Fault(f"“{line}”: {line.name} không phải chức vụ", _MEANING[line.mark])
    marks = tuple(line.mark for line in lines)
    if marks not in _CHAINS:
        written = " rồi ".join(f"{mark}." for mark in marks)
        hint = "dùng được: TM. một mình hoặc rồi KT.; KT.; TL. một mình hoặc rồi KT.; TUQ."
        return Fault(f"không thể ghi {written} trong cùng một chữ ký", hint)
    return None


def fault_of_position(authority: str | None, position: str) -> Fault | None:
    """What is wrong with `chuc_vu` below sound `quyen_han` lines; None where it can stand."""
    title = " ".join(position.split())
    if fault := _fault_of_mark(title):
        return fault
    marked = _MARKED.fullmatch(title)
    if marked and marked["mark"] != "Q":
        hint = f"chuyển “{title}” lên quyen_han, ghi chức vụ của người ký ở chuc_vu"
        return Fault(f"“{title}” là dòng quyền hạn, không phải chức vụ", hint)
    lines = _lines(authority or "")
    if isinstance(lines, Fault) or not lines or lines[-1].mark == "TM":
        return None
    head = lines[-1]
    if head.name.upper() == title.upper():
        hint = f"bỏ “{head}”, hoặc ghi ở chuc_vu chức vụ của người ký"
        return Fault(f"“{head}” mà người ký cũng là {title}", hint)
    if head.mark == "KT" and not _DEPUTY.search(title.upper()):
        hint = f"ghi cấp phó ở chuc_vu (PHÓ …), hoặc đổi thành TL. {head.name}"
        return Fault(f"“{head}” nhưng {title} không phải cấp phó", hint)
    return None


def fault_of_name(name: str) -> Fault | None:
    """What stands before a name that may not: a rank has its own key, a degree none (II.7.d)."""
    if rank := _RANK.match(name):
        hint = f"ghi ho_ten: {name[rank.end() :]}; cấp bậc thì ghi ở cap_bac: {rank['title']}"
        return Fault(f"“{rank['title']}” là cấp bậc, không phải họ tên", hint)
    if degree := _DEGREE.match(name):
        title = degree["title"].strip()
        hint = f"ghi ho_ten: {name[degree.end() :]}"
        return Fault(f"trước họ tên người ký không ghi học hàm, học vị “{title}”", hint)
    return None


def _lines(authority: str) -> list[_Line] | Fault:
    found: list[_Line] = []
    for typed in filter(None, (" ".join(line.split()) for line in authority.splitlines())):
        if marked := _MARKED.fullmatch(typed):
            found.append(_Line(marked["mark"], marked["name"]))
        elif fault := _fault_of_mark(typed):
            return fault
        elif found:
            found[-1] = _Line(found[-1].mark, f"{found[-1].name} {typed}")
        elif unknown := _UNKNOWN.fullmatch(typed):
            return Fault(f"không có quyền hạn “{unknown['mark']}”", _ALL)
        else:
            return Fault(f"“{typed}” không có quyền hạn ở đầu dòng", _ALL)
    return found


def _fault_of_mark(line: str) -> Fault | None:
    """`T/M UBND`, `TM UBND`, `KT/ CHỦ TỊCH`, `TM.UBND`, `tm. UBND`."""
    near = _BLURRED.fullmatch(line)
    if near is None or _MARKED.fullmatch(line):
        return None
    mark = re.sub(r"[./]", "", near["mark"]).upper()
    return Fault(f"“{line}” viết sai quyền hạn", f"viết: {mark}. {near['rest']}")


def _is_body(name: str) -> bool:
    return _BODY.match(name) is not None and _HEAD.match(name) is None
