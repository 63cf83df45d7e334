"""Units, rates and words of the sign in what filters print."""

import pytest
from conftest import Drafting

from reportgen.problems import InputError

CSV = """\
ma,ten,thuc_hien,tong_so,don_vi_tinh,ky_truoc,cong_thuc,lam_tron
von,Vốn,"14,40",,tỷ đồng,"12,90",,
von_dong,Vốn,14400000000,,đồng,,,
von_trieu,Vốn,13000,,triệu đồng,,,
luot,Lượt,120,150,lượt,150,,
ti_le,Tỷ lệ,"13,30%",,,"12,01%",,
ti_le_khac,Tỷ lệ,"15,3%",,,,,
bang,Tỷ lệ,"13,3%",,,,,
tang,Thay đổi,,,,,so_voi_ky_truoc(ti_le),
toc_do,Thay đổi,,,,,ti_le_so_voi_ky_truoc(luot),1
le,Số lẻ,,,,,luot / 7,
tron,Số lẻ,,,,,luot / 7,2
"""

PRINTED = {
    "ct.von | so_don_vi": "14,4 tỷ đồng",
    'ct.von | doi_don_vi("triệu đồng") | so': "14.400",
    'ct.von | doi_don_vi("triệu đồng") | so_don_vi': "14.400 triệu đồng",
    'ct.von | doi_don_vi("đồng") | tien': "14.400.000.000 đồng",
    'ct.von | doi_don_vi("đồng") | tien_gon': "14,4 tỷ đồng",
    'ct.von | doi_don_vi("triệu đồng") | tang_giam': "tăng 1.500 (11,63%)",  # 1,5 : 12,9
    "ct.von_dong | tien_gon": "14,4 tỷ đồng",
    "ct.ti_le | ti_le": "13,3%",
    "ct.ti_le | so_don_vi": "13,3%",
    "ct.ti_le.ky_truoc | ti_le": "12,01%",
    "(ct.ti_le.thuc_hien - ct.ti_le.ky_truoc) | ti_le": "1,29%",
    "ct.ti_le | tang_giam": "tăng 1,29 điểm phần trăm",
    "ct.tang | theo_dau": "tăng 1,29 điểm phần trăm",
    "ct.tang | so_don_vi": "1,29 điểm phần trăm",
    "ct.toc_do | theo_dau": "giảm 20%",  # (120 - 150) : 150
    'ct.toc_do | theo_dau("cao hơn", "thấp hơn")': "thấp hơn 20%",
    "ct.ti_le | so_sanh(ct.ti_le_khac)": "thấp hơn 2 điểm phần trăm",
    "ct.ti_le_khac | so_sanh(ct.ti_le)": "cao hơn 2 điểm phần trăm",
    "ct.ti_le | so_sanh(ct.bang)": "bằng",
    "ct.luot | so_sanh(100)": "cao hơn 20 lượt",
    "ct.tron | so": "17,14",
    "ct.tron | so_don_vi": "17,14 lượt",
    "0 | theo_dau": "không thay đổi",
}
REFUSED = {
    "ct.ti_le | so": "là một tỷ lệ phần trăm",
    "ct.ti_le.ky_truoc | so": "là một tỷ lệ phần trăm",
    "ct.ti_le.ky_truoc": "phải đi với một bộ lọc",
    "ct.ti_le.thuc_hien + 1": "không cộng được một tỷ lệ với một số",
    "ct.tang | ti_le": "điểm phần trăm, không phải phần trăm",
    "ct.von | tien": "đơn vị “tỷ đồng”, không phải đồng",
    "ct.von_trieu | tien_gon": "đơn vị “triệu đồng”, không phải đồng",
    "ct.luot | tien": "đơn vị “lượt”, không phải đồng",
    'ct.luot | doi_don_vi("tỷ đồng")| so': "không đổi được từ “lượt” sang “tỷ đồng”",
    "ct.von | so_sanh(ct.von_trieu)": "“tỷ đồng” với “triệu đồng”",
    "ct.ti_le | so_sanh(ct.luot)": "một bên là tỷ lệ",
    "ct.le | so": "số lẻ dài chưa làm tròn: 17,142857142…",
}


@pytest.mark.parametrize(("formula", "text"), PRINTED.items())
def test_a_figure_is_printed_with_its_unit_and_the_word_of_its_sign(
    formula: str, text: str, drafting: Drafting
) -> None:
    body = drafting({"chi_tieu.csv": CSV}, noi_dung=f"{{{{ {formula} }}}}").draft.body
    assert body.strip() == text


@pytest.mark.parametrize(("formula", "why"), REFUSED.items())
def test_a_figure_is_never_printed_as_what_it_is_not(
    formula: str, why: str, drafting: Drafting
) -> None:
    with pytest.raises(InputError) as caught:
        drafting({"chi_tieu.csv": CSV}, noi_dung=f"{{{{ {formula} }}}}")
    (problem,) = caught.value.problems
    assert problem.code == "MA030"
    assert why in problem.message
    assert problem.hint
