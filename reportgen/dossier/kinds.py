"""The kinds of documents, their abbreviations, and what makes the form of each its own.

Nghị định 30/2020/NĐ-CP: Điều 7 (the kinds), Phụ lục III, Mục I (abbreviations), Mục II (forms).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `letter`: no title of its own, its subject stands under the number (Phụ lục I, II.5).
    `decision_word` stands before the articles. `dated`: place and date stand in the letterhead
    (not so in form 1.9). `numbered`: it has a number and symbol. `addressed`: it may say to whom
    it goes (`Kính gửi`; Phụ lục I, II.9.a). `addressing`: how it names those instead, with the
    issuer's name for `{}` (form 1.6).
    """

    key: str
    name: str
    abbreviation: str = ""
    letter: bool = False
    decision_word: str = ""
    dated: bool = True
    numbered: bool = True
    addressed: bool = False
    addressing: str = ""

    @property
    def in_a_sentence(self) -> str:
        """`Tờ trình`, as `Kèm theo Tờ trình số …` writes it."""
        return self.name.capitalize()


_KINDS = (
    Kind("nghi_quyet", "NGHỊ QUYẾT", "NQ", decision_word="QUYẾT NGHỊ:"),
    Kind("quyet_dinh", "QUYẾT ĐỊNH", "QĐ", decision_word="QUYẾT ĐỊNH:"),
    Kind("chi_thi", "CHỈ THỊ", "CT"),
    Kind("quy_che", "QUY CHẾ", "QC"),
    Kind("quy_dinh", "QUY ĐỊNH", "QyĐ"),
    Kind("thong_cao", "THÔNG CÁO", "TC"),
    Kind("thong_bao", "THÔNG BÁO", "TB"),
    Kind("huong_dan", "HƯỚNG DẪN", "HD"),
    Kind("chuong_trinh", "CHƯƠNG TRÌNH", "CTr"),
    Kind("ke_hoach", "KẾ HOẠCH", "KH"),
    Kind("phuong_an", "PHƯƠNG ÁN", "PA"),
    Kind("de_an", "ĐỀ ÁN", "ĐA"),
    Kind("du_an", "DỰ ÁN", "DA"),
    Kind("bao_cao", "BÁO CÁO", "BC", addressed=True),
    Kind("bien_ban", "BIÊN BẢN", "BB", dated=False),
    Kind("to_trinh", "TỜ TRÌNH", "TTr", addressed=True),
    Kind("hop_dong", "HỢP ĐỒNG", "HĐ"),
    Kind("cong_van", "CÔNG VĂN", letter=True, addressed=True),
    Kind("cong_dien", "CÔNG ĐIỆN", "CĐ", addressing="{} điện:"),
    Kind("ban_ghi_nho", "BẢN GHI NHỚ", "BGN"),
    Kind("ban_thoa_thuan", "BẢN THỎA THUẬN", "BTT"),
    Kind("giay_uy_quyen", "GIẤY ỦY QUYỀN", "GUQ"),
    Kind("giay_moi", "GIẤY MỜI", "GM"),
    Kind("giay_gioi_thieu", "GIẤY GIỚI THIỆU", "GGT"),
    Kind("giay_nghi_phep", "GIẤY NGHỈ PHÉP", "GNP"),
    Kind("phieu_gui", "PHIẾU GỬI", "PG"),
    Kind("phieu_chuyen", "PHIẾU CHUYỂN", "PC"),
    Kind("phieu_bao", "PHIẾU BÁO", "PB"),
    Kind("thu_cong", "THƯ CÔNG", numbered=False),
)

KINDS: Mapping[str, Kind] = {kind.key: kind for kind in _KINDS}
"""Every kind of Điều 7, by its key, in the decree's order."""


def kind_named(name: str) -> Kind | None:
    """The kind that a title such as `BÁO CÁO` prints; None for a name the decree does not have."""
    wanted = " ".join(name.split()).upper()
    return next((kind for kind in _KINDS if kind.name == wanted), None)
