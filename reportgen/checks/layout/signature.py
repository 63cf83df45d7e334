"""TT036 to TT038: by what authority, in which office and under what name one signs (II.7)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.document.origins import Origin
from reportgen.document.tree import Signature
from reportgen.dossier.authority import fault_of_authority, fault_of_name, fault_of_position
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Recognised
from reportgen.vietnamese import nfc

_RIGHT = "viết TM., KT., TL. hoặc TUQ., có dấu chấm và dấu cách, trước tên tập thể hoặc chức vụ"
_OF_PARTIES = ("hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "bien_ban", "thu_cong")


def _authority(subject: Subject) -> Iterator[Finding]:
    for word, index, signature in _signatures(subject):
        written = "\n".join(nfc(" ".join(line.split())).upper() for line in signature.authority)
        fault = fault_of_authority(written)
        if fault is not None:
            hint = fault.hint if fault.hint.startswith("viết:") else _RIGHT
            place = _place(word, index, "authority")
            yield AUTHORITY.about(fault.message, hint, place=place)


def _position(subject: Subject) -> Iterator[Finding]:
    for word, index, signature in _signatures(subject):
        position = nfc(" ".join(signature.position.split())).upper()
        authority = "\n".join(nfc(" ".join(line.split())).upper() for line in signature.authority)
        if not position or fault_of_authority(authority) is not None:
            continue
        place = _place(word, index, "position")
        fault = fault_of_position(authority, position)
        if fault is not None:
            yield POSITION.about(fault.message, _RIGHT, place=place)
        elif not authority and position.startswith("PHÓ ") and not _is_party_to(subject):
            message = f"{position} ký mà không có “KT.” và chức vụ người đứng đầu ở trên"
            hint = f"thêm dòng “KT. {position.removeprefix('PHÓ ')}”"
            yield POSITION.about(message, hint, place=place)


def _name(subject: Subject) -> Iterator[Finding]:
    for word, index, signature in _signatures(subject):
        fault = fault_of_name(nfc(" ".join(signature.name.split())))
        if fault is not None and "cấp bậc" not in fault.message:
            hint = "bỏ học hàm, học vị trước họ tên"
            yield NAME.about(fault.message, hint, place=_place(word, index, "name"))


def _signatures(subject: Subject) -> Iterator[tuple[Recognised, int, Signature]]:
    word = governed(subject)
    if word is not None:
        for index, signature in enumerate(word.document.signatures):
            yield word, index, signature


def _is_party_to(subject: Subject) -> bool:
    return subject.facts.kind is not None and subject.facts.kind.key in _OF_PARTIES


def _place(word: Recognised, index: int, part: str) -> Origin | None:
    found = word.document.origins.get(f"signatures.{index}.{part}", ())
    return found[0] if found else None


AUTHORITY = Rule(
    "TT036",
    "quyền hạn của người ký",
    Severity.ERROR,
    clause("TM., KT., TL., TUQ., Q. trước tên tập thể hoặc chức vụ: Phụ lục I, II.7.a; Điều 13"),
    "TM UBND",
    "TM. ỦY BAN NHÂN DÂN",
    _authority,
)
POSITION = Rule(
    "TT037",
    "chức vụ của người ký hợp với quyền hạn",
    Severity.WARNING,
    clause("ký thay, thừa lệnh, thừa ủy quyền: Phụ lục I, II.7.a; Điều 13"),
    "PHÓ CHỦ TỊCH (không có KT. CHỦ TỊCH)",
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    _position,
)
NAME = Rule(
    "TT038",
    "họ tên người ký không kèm học hàm, học vị",
    Severity.WARNING,
    clause(
        "trước họ tên người ký không ghi học hàm, học vị và danh hiệu (trừ lực lượng vũ trang, "
        "giáo dục, y tế, khoa học): Phụ lục I, II.7.c"
    ),
    "GS.TS. Nguyễn Văn A",
    "Nguyễn Văn A",
    _name,
)
RULES = (AUTHORITY, POSITION, NAME)
