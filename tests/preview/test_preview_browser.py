"""The preview as somebody sees it who types in an editor beside it: in real Chromium."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from support.browsers import PATIENCE, chromium, until
from support.dossiers import TEMPLATES, write_dossier

from reportgen.preview.server import previewing

ROOT = Path(__file__).resolve().parents[2]
FIGURES = "ma,ten,thuc_hien,tong_so\nthe,Thẻ đã cấp,{},2.215.460\n"
LONG = "\n\n".join(
    f"Đoạn thứ {number}: đã cấp {{{{ ct.the | so }}}} thẻ." for number in range(1, 90)
)


@dataclass
class Tab:
    """A tab with the preview, and what the browser complained of."""

    page: Any
    complaints: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of all pages."""
        return str(self.page.evaluate("document.querySelector('#cac_trang').textContent"))

    @property
    def status(self) -> str:
        return str(self.page.inner_text("#trang_thai"))

    @property
    def cards(self) -> list[str]:
        return list(self.page.locator("#danh_sach li").all_inner_texts())

    def shows(self, words: str) -> None:
        """Wait until the words stand on a page, and the picture of that page is there as well."""
        until(lambda: words in self.text, f"“{words}” on a page")
        find = "w => [...document.querySelectorAll('.trang')].find(s => s.textContent.includes(w))"
        key = self.page.evaluate(f"w => ({find})(w).dataset.trang", words)
        self.page.evaluate(f"w => ({find})(w).scrollIntoView()", words)
        self.has_picture(key)

    def has_picture(self, key: str) -> None:
        find = "k => [...document.images].some(i => i.dataset.trang === k && i.naturalWidth > 100)"
        until(lambda: self.page.evaluate(find, key), "the picture of a page")

    def is_checked(self) -> None:
        until(
            lambda: not self.page.evaluate("document.body.classList.contains('chua_kiem')"),
            "what was found",
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@contextmanager
def opened(
    browser: Any, dossier: Path, templates: tuple[Path, ...] = (TEMPLATES,)
) -> Iterator[Tab]:
    with previewing(dossier, templates, 0) as address:
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.set_default_timeout(PATIENCE * 1000)
        tab = Tab(page)
        page.on("console", lambda message: tab.complaints.append(message.text))
        page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        page.goto(address.url)
        yield tab
        page.close()
    assert tab.complaints == []


def test_a_figure_is_edited_and_the_page_changes(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "khanh_hoa"
    shutil.copytree(ROOT / "data/khanh_hoa", folder)
    figures = folder / "2025-09/chi_tieu.csv"
    with opened(browser, folder / "2025-09/bao_cao.yaml", ()) as tab:
        tab.shows("2.215.460")
        before = [one.get_attribute("data-trang") for one in tab.page.locator(".trang").all()]
        text = figures.read_text(encoding="utf-8")
        assert text.count("2215460") == 1
        figures.write_text(text.replace("2215460", "2215463"), encoding="utf-8")
        tab.shows("2.215.463")
        assert "2.215.460" not in tab.text
        after = [one.get_attribute("data-trang") for one in tab.page.locator(".trang").all()]
        assert len(after) == len(before) == 11
        changed = [number for number in range(11) if before[number] != after[number]]
        assert len(changed) == 1
        assert f"đổi trang {changed[0] + 1}" in tab.status
        tab.is_checked()
        assert "đã dựng lúc" in tab.status


def test_a_broken_file_shows_its_errors_over_the_last_good_page(
    browser: Any, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path, "Đã cấp thẻ.")
    good = path.read_text(encoding="utf-8")
    with opened(browser, path) as tab:
        tab.shows("Đã cấp thẻ.")
        tab.is_checked()
        path.write_text(f"{good}han_nop: [1\n", encoding="utf-8")
        until(lambda: tab.page.is_visible("#bao"), "the notice")
        assert "Hồ sơ đang có lỗi" in tab.page.inner_text("#bao")
        assert "Đã cấp thẻ." in tab.text
        assert any("HS005" in card for card in tab.cards)
        assert "có lỗi lúc" in tab.status
        assert tab.page.inner_text(".loc .loi") == f"{len(tab.cards)} lỗi"

        path.write_text(good.replace("Đã cấp thẻ.", "Đã cấp đủ thẻ."), encoding="utf-8")
        tab.shows("Đã cấp đủ thẻ.")
        until(lambda: not tab.page.is_visible("#bao"), "the notice to go")
        tab.is_checked()
        assert not any("HS005" in card for card in tab.cards)


def test_a_dossier_that_is_broken_at_first_comes_alive_when_mended(
    browser: Any, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path, "Đã cấp {{ ct.the | so }} thẻ.")
    with opened(browser, path) as tab:
        until(lambda: tab.cards and "lỗi" in tab.status, "errors")
        assert "Chưa dựng được trang nào" in tab.page.inner_text("#trong")
        # The file that was missing appears, saved as editors do it: by renaming.
        beside = tmp_path / "chi_tieu.csv.moi"
        beside.write_text(FIGURES.format("1.234"), encoding="utf-8")
        beside.replace(tmp_path / "chi_tieu.csv")
        tab.shows("Đã cấp 1.234 thẻ.")
        until(lambda: not tab.page.is_visible("#trong"), "the notice to go")


def test_a_click_on_a_finding_shows_its_line_and_its_words(browser: Any, tmp_path: Path) -> None:
    body = f"{LONG}\n\nĐến nay đạt 50/80 hồ sơ (đạt 99%)."
    path = write_dossier(tmp_path, body, figures=FIGURES.format("12"))
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(at for at, line in enumerate(lines, 1) if "50/80" in line)
    with opened(browser, path) as tab:
        tab.shows("Đoạn thứ 1:")
        tab.is_checked()
        card = tab.page.locator("#danh_sach li", has_text="99%").first
        link = card.locator("a")
        assert link.inner_text() == f"bao_cao.yaml, dòng {number}"
        link.click()
        line = tab.page.locator("#nguon_chu .dong.chon")
        line.wait_for()
        assert "50/80" in line.inner_text()
        assert line.locator("b").inner_text() == str(number)
        assert is_within(line, tab.page.locator("#nguon_chu"))
        assert tab.page.inner_text("#nguon_dong") == f"dòng {number}"
        mark = tab.page.locator(".dau.chon").first
        until(lambda: is_within(mark, tab.page.locator("#ban")), "the words in view")
        tab.page.keyboard.press("Escape")
        assert not tab.page.is_visible("#nguon")
        tab.page.keyboard.press("F8")
        line.wait_for()


def is_within(inner: Any, outer: Any) -> bool:
    box, frame = inner.bounding_box(), outer.bounding_box()
    return bool(
        frame["y"] <= box["y"] and box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
    )


def test_the_place_on_the_page_stays_when_pages_change(browser: Any, tmp_path: Path) -> None:
    path = write_dossier(tmp_path, LONG, figures=FIGURES.format("12"))
    with opened(browser, path) as tab:
        tab.shows("Đoạn thứ 89:")
        tab.page.locator("#co").select_option("100")
        tab.page.evaluate("document.querySelector('#ban').scrollTop = 1500")
        until(lambda: tab.page.input_value("#so_trang") == "2", "the second page")
        seen = tab.page.evaluate("document.querySelector('#ban').scrollTop")
        for figure in ("14", "15.678"):
            (tmp_path / "chi_tieu.csv").write_text(FIGURES.format(figure), encoding="utf-8")
            until(lambda figure=figure: f"đã cấp {figure} thẻ" in tab.text, figure)  # type: ignore[misc]
            assert tab.page.evaluate("document.querySelector('#ban').scrollTop") == seen
            assert tab.page.input_value("#so_trang") == "2"
        tab.page.reload()
        until(lambda: "15.678" in tab.text, "the pages")
        assert tab.page.evaluate("document.querySelector('#ban').scrollTop") == seen


def test_signs_of_html_in_the_sources_are_shown_as_text(browser: Any, tmp_path: Path) -> None:
    bad = "<script>document.title='hỏng'</script><img src=x onerror=alert(1)>"
    path = write_dossier(tmp_path, f"Đạt 50/80 {bad} hồ sơ (đạt 99%).", more=f'"{bad}": 1\n')
    with opened(browser, path) as tab:
        until(lambda: any("<script>" in card for card in tab.cards), "the finding")
        tab.page.locator("#danh_sach a").first.click()
        tab.page.locator("#nguon_chu .dong.chon").wait_for()
        assert "<script>" in tab.page.inner_text("#nguon_chu")
        assert tab.page.locator("#danh_sach script, #nguon script, #cac_trang script").count() == 0
        path.write_text(path.read_text("utf-8").replace(f'"{bad}": 1\n', ""), encoding="utf-8")
        tab.shows("<script>document")
        assert "hỏng" not in tab.page.title()


def test_a_template_and_a_frame_that_are_edited_change_the_page(
    browser: Any, tmp_path: Path
) -> None:
    templates = tmp_path / "mau_rieng"
    shutil.copytree(TEMPLATES, templates)
    path = write_dossier(tmp_path / "ho_so", "Đã cấp thẻ.")
    with opened(browser, path, (templates,)) as tab:
        tab.shows("Trên đây là báo cáo của đơn vị.")
        wording = templates / "don_gian/noi_dung.md"
        text = wording.read_text(encoding="utf-8")
        wording.write_text(text.replace("của đơn vị", "của cơ quan"), encoding="utf-8")
        tab.shows("Trên đây là báo cáo của cơ quan.")
        frame = templates / "_khung"
        frame.mkdir()
        page = (ROOT / "templates/_khung/khung.html").read_text(encoding="utf-8")
        (frame / "khung.html").write_text(
            re.sub(r"(<body[^>]*>)", r"\1<p>Bản nháp</p>", page), "utf-8"
        )
        tab.shows("Bản nháp")


def test_remarks_are_filtered_and_pages_made_larger_by_keyboard(
    browser: Any, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path, "Đến nay đạt 50/80 hồ sơ (đạt 99%).")
    with opened(browser, path) as tab:
        tab.shows("50/80")
        tab.is_checked()
        shown = tab.page.locator("#danh_sach li.loi:visible")
        assert shown.count() >= 1
        tab.page.locator(".loc .loi").click()
        assert shown.count() == 0
        tab.page.locator(".loc .loi").click()
        assert shown.count() >= 1
        tab.page.locator("#co").select_option("100")
        width = tab.page.locator(".trang").first.bounding_box()["width"]
        assert width == pytest.approx(595.28 * 96 / 72, abs=1)
        tab.page.locator("#ban").focus()
        tab.page.keyboard.press("+")
        assert tab.page.locator(".trang").first.bounding_box()["width"] > width
