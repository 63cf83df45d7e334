"""Any edits of any paragraphs: each is placed or listed, and what is placed reads as edited."""

import random
from functools import cache
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.drafts import edited, paragraph_after, remove, retype, some_words

from reportgen.building import Building, build
from reportgen.dossier.files import standing_in
from reportgen.rendering import Format, written
from reportgen.roundtrip.merging.comparing import EditedDraft
from reportgen.roundtrip.merging.merge import texts_of
from reportgen.roundtrip.merging.placing.keys import key_of
from reportgen.roundtrip.merging.placing.proving import follows
from reportgen.roundtrip.merging.placing.rounds import Held, place_edits

_WORDS = ("rà soát", "khẩn trương", "UBND cấp xã *mới*", "{{ chữ }}", "100%", "a | b", "# 5")
_SENTENCES = ("Các xã báo cáo trước ngày 25.", "- Rà soát lại số liệu.", "Số liệu: 12/15, đạt 80%.")
_DOSSIER = """\
mau: van_ban
loai: bao_cao
so: 7
ngay: 3/10/2025
trich_yeu: Kết quả thực hiện nhiệm vụ tháng 9
noi_nhan: [Văn phòng Chính phủ, Các sở]
noi_dung:
  toan_van: |
    Thực hiện chỉ đạo của tỉnh, Sở báo cáo kết quả như sau:

    # KẾT QUẢ

    Đã giải quyết {{ ct.ho_so | ti_so }} hồ sơ, đạt {{ ct.ho_so | ti_le }} số tiếp nhận[^nguon].

    - Đã cấp *thẻ căn cước* cho người dân ở các xã vùng cao^[Trong đó có hai xã biên giới.].

    - Đã tổ chức {{ ct.lop | dem }} lớp tập huấn cho cán bộ xã về nền tảng số.

    ## Việc còn chậm

    ##. Số hóa hồ sơ đất đai của các xã còn chậm so với kế hoạch của tỉnh đề ra.

    ##. Thiếu máy quét ở một số bộ phận một cửa, cần bổ sung trong quý tới.

    # KIẾN NGHỊ

    Đề nghị Ủy ban nhân dân tỉnh bố trí kinh phí mua máy quét cho các xã còn thiếu.

    [^nguon]: Theo Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh.
"""
_FIGURES = "ma,ten,thuc_hien,tong_so\nho_so,Hồ sơ,1250,1500\nlop,Lớp,4,\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier with formulas, notes and points."""
    folder = tmp_path_factory.mktemp("ho_so")
    profile = Path(__file__).parents[3] / "examples/van_ban/don_vi.yaml"
    (folder / "don_vi.yaml").write_bytes(profile.read_bytes())
    (folder / "chi_tieu.csv").write_text(_FIGURES, "utf-8")
    found = folder / "bao_cao.yaml"
    found.write_text(_DOSSIER, "utf-8")
    return found


@cache
def built(path: Path) -> tuple[Building, bytes]:
    building = build(path)
    return building, written(building, Format.DOCX).data


def change(document: Document, kinds: list[str], chance: random.Random) -> None:
    """Edits of the kinds told, each of a paragraph of its own."""
    body = [one for one in document.paragraphs if len(one.text.split()) > 7]
    for kind, paragraph in zip(
        kinds, chance.sample(body, min(len(kinds), len(body))), strict=False
    ):
        word = some_words(paragraph, chance)
        if kind == "bỏ":
            remove(paragraph)
        elif kind == "thêm":
            paragraph_after(paragraph, chance.choice(_SENTENCES))
        elif word:
            retype(paragraph, word, "" if kind == "bớt" else chance.choice(_WORDS))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kinds=st.lists(st.sampled_from(["sửa", "bớt", "thêm", "bỏ"]), min_size=1, max_size=4),
    seed=st.integers(0, 10_000),
)
def test_every_edit_is_placed_or_listed(path: Path, kinds: list[str], seed: int) -> None:
    building, drafted = built(path)
    chance = random.Random(seed)
    held = EditedDraft(edited(lambda one: change(one, kinds, chance), drafted), "sua.docx")
    comparison = held.compare(building)
    found = place_edits(building, comparison, Held(held.compare, "sua.docx"), texts_of(building))
    with standing_in(found.texts):
        left = {key_of(one) for one in held.compare(build(path)).edits if not follows(one)}
    listed = {key_of(one.edit) for one in found.outcomes if not one.placed}
    listed |= {key_of(one.edit) for one in found.consequences}
    assert left == listed
    assert all(one.reason for one in found.outcomes if not one.placed)
    assert len(listed) * 4 <= max(4, len(found.outcomes) * 2)
