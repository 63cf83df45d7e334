"""Kinds that exhaust a whole between them: cấp tỉnh and cấp xã, đúng hạn and quá hạn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Members by the words that tell them; `closed` are the sets that leave nothing over.

    `strict` is False where a further member may well have been left out: beside those solved and
    those being solved, some may have been withdrawn.
    """

    name: str
    members: tuple[tuple[str, re.Pattern[str]], ...]
    closed: tuple[frozenset[str], ...]
    strict: bool = True

    def member(self, label: str) -> str | None:
        """The member that the label (lower case) names; the first that fits counts."""
        return next((key for key, words in self.members if words.search(label)), None)


def _family(name: str, words: dict[str, str], *closed: str, strict: bool = True) -> Family:
    members = tuple((key, re.compile(pattern)) for key, pattern in words.items())
    return Family(name, members, tuple(frozenset(keys.split()) for keys in closed), strict)


FAMILIES = (
    _family(
        "mức độ trực tuyến",
        {"chưa": r"(?:chưa|không) cung cấp", "toàn": r"toàn trình", "phần": r"một phần"},
        "toàn phần",
    ),
    _family(
        "cấp chính quyền",
        {
            "tw": r"trung ương|\bcấp bộ\b",
            "tỉnh": r"\b(?:cấp|tuyến|khối) tỉnh\b|^(?:ở )?tỉnh$",
            "huyện": r"\b(?:cấp|tuyến|khối) huyện\b|^(?:ở )?huyện$",
            "xã": r"\b(?:cấp|tuyến|khối) (?:xã|cơ sở)\b|^(?:ở )?(?:xã|cơ sở)$",
        },
        "tỉnh xã",
        "tỉnh huyện",
        "huyện xã",
    ),
    _family(
        "đơn vị hành chính",
        {
            "xã": r"^(?:số )?xã$",
            "phường": r"^(?:số )?phường$",
            "thị_trấn": r"^(?:số )?thị trấn$",
            "đặc_khu": r"^(?:số )?đặc khu$",
        },
        "xã phường",
    ),
    _family(
        "giới tính",
        {
            "nam": r"(?<!việt )(?<!miền )(?<!phía )\bnam\b",
            "nữ": r"\bnữ\b",
        },
        "nam nữ",
    ),
    _family(
        "cách nộp",
        {
            "bưu": r"bưu chính|bưu điện",
            "tuyến": r"trực tuyến|qua mạng",
            "tiếp": r"trực tiếp",
        },
        "tuyến tiếp",
    ),
    _family(
        "thời hạn",
        {
            "quá": r"\b(?:quá|trễ|chậm|không đúng) (?:thời )?hạn",
            "đúng": r"\b(?:đúng|trong) (?:thời )?hạn",
            "trước": r"\b(?:trước|sớm) (?:thời )?hạn",
        },
        "đúng quá",
        "trước quá",
        strict=False,
    ),
    _family(
        "xử lý",
        {
            "chưa": r"\bchưa (?:\w+ ){0,2}(?:giải quyết|xử lý|hoàn thành|thực hiện|trả)",
            "đang": r"\bđang (?:\w+ ){0,3}(?:giải quyết|xử lý|hoàn thành|thực hiện|xem xét)",
            "còn": r"\bcòn lại\b",
            "đã": r"\b(?:đã |được )(?:\w+ ){0,2}(?:giải quyết|xử lý|hoàn thành|thực hiện|trả)",
        },
        "đã đang",
        "đã chưa",
        "đã còn",
        strict=False,
    ),
    _family(
        "chiều",
        {
            "không": r"^(?:\w+ ){0,3}(?:không đổi|không thay đổi|giữ nguyên|bằng)",
            "tăng": r"^(?:\w+ ){0,3}tăng$",
            "giảm": r"^(?:\w+ ){0,3}giảm$",
        },
        "tăng giảm không",
    ),
    _family(
        "phạm vi",
        {"ngoài": r"\bngoài (?:tỉnh|nước)|nước ngoài", "trong": r"\btrong (?:tỉnh|nước)"},
        "trong ngoài",
    ),
    _family(
        "kết quả",
        {
            "không": r"\b(?:không|chưa) (?:đạt|hoàn thành|đồng ý|hài lòng|tán thành)",
            "có": r"^(?:\w+ ){0,3}(?:đạt|hoàn thành|đồng ý|hài lòng|tán thành)\b",
        },
        "có không",
        strict=False,
    ),
    _family(
        "loại cấp",
        {"mới": r"\bcấp mới", "đổi": r"\bcấp đổi", "lại": r"\bcấp lại"},
        "mới đổi lại",
    ),
    _family(
        "nơi ở",
        {"thành": r"\b(?:thành thị|đô thị)", "nông": r"\bnông thôn"},
        "thành nông",
    ),
    _family(
        "sở hữu",
        {"ngoài": r"\bngoài công lập|\btư thục|\bdân lập", "công": r"\bcông lập"},
        "công ngoài",
    ),
    _family(
        "ngân sách",
        {
            "tw": r"ngân sách (?:trung ương|nhà nước)",
            "đp": r"ngân sách (?:địa phương|tỉnh)",
            "khác": r"xã hội h[oó][áa]|nguồn khác|vốn khác|đối ứng",
        },
        "tw đp",
        "tw khác",
        "đp khác",
        strict=False,
    ),
)


def family_of(labels: Sequence[str]) -> Family | None:
    """The family whose members these labels are, each another one, with nothing left over."""
    for family in FAMILIES:
        keys = [family.member(label) for label in labels]
        known = {key for key in keys if key is not None}
        whole = len(known) == len(keys) and any(closed <= known for closed in family.closed)
        if whole:
            return family
    return None


def leading_family(labels: Sequence[str]) -> tuple[Family, int] | None:
    """The family of the most labels from the first on, and how many of them are its members."""
    best: tuple[Family, int] | None = None
    for family in FAMILIES:
        keys = _leading_keys(family, labels)
        for count in range(len(keys), best[1] if best else 1, -1):
            if any(closed <= set(keys[:count]) for closed in family.closed):
                best = family, count
                break
    return best


def _leading_keys(family: Family, labels: Sequence[str]) -> list[str]:
    """The members that the labels name, up to the first that names none or one named before."""
    keys: list[str] = []
    for label in labels:
        key = family.member(label)
        if key is None or key in keys:
            break
        keys.append(key)
    return keys
