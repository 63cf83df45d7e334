"""What the preview's server answers, and what it does not, without any socket."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.preview.pages import Line
from reportgen.preview.responding import (
    POLICY,
    Address,
    Request,
    Response,
    event_of,
    respond,
)
from reportgen.preview.view import Remark, View, as_json, source_key
from reportgen.problems import Severity

ADDRESS = Address(8306, "bi-mat")
KEY = "0123456789abcdef01234567"


@dataclass
class Shown:
    """A desk with one page."""

    view: View = field(default_factory=lambda: View("bao_cao.yaml"))
    pdf: bytes = b"%PDF"

    def image(self, key: str, width: int) -> bytes | None:
        return b"PNG %d" % width if key == KEY else None

    def lines(self, key: str) -> list[Line] | None:
        return [Line("Độc lập", 1, 2, 3, 4)] if key == KEY else None


def ask(target: str, method: str = "GET", host: str = "127.0.0.1:8306", **more: object) -> Response:
    return respond(Request(method, target, host), more.get("state", Shown()), ADDRESS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html"),
        ("page.css", "text/css"),
        ("page.js", "text/javascript"),
        ("panel.js", "text/javascript"),
        ("paper.js", "text/javascript"),
        ("sheet.js", "text/javascript"),
        ("icon.svg", "image/svg"),
        ("van_ban.pdf", "application/pdf"),
        (f"trang/{KEY}/800.png", "image/png"),
        (f"trang/{KEY}.json", "application/json"),
    ],
)
def test_what_there_is_comes_with_its_kind_and_every_guard(name: str, kind: str) -> None:
    answer = ask(f"/bi-mat/{name}")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert int(answer.headers["Content-Length"]) == len(answer.body) > 0


def test_the_policy_lets_nothing_in_from_elsewhere_and_no_inline_script() -> None:
    assert "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY
    page = ask("/bi-mat/").body.decode()
    assert "<script>" not in page
    assert "style=" not in page
    assert "onclick" not in page


@pytest.mark.parametrize("host", ["127.0.0.1:8306", "localhost:8306", "LOCALHOST:8306"])
def test_the_names_of_this_machine_are_answered(host: str) -> None:
    assert ask("/bi-mat/", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1",
        "127.0.0.1:80",
        "evil.example:8306",
        "127.0.0.1:8306.evil.example",
        "0.0.0.0:8306",
    ],
)
def test_a_request_that_was_meant_for_another_host_is_sent_away(host: str) -> None:
    answer = ask("/bi-mat/", host=host)
    assert answer.status == 421
    assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_but_reading_is_allowed(method: str) -> None:
    answer = ask("/bi-mat/", method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_head_tells_the_same_as_get() -> None:
    for name in ("", "page.css", f"trang/{KEY}.json", "khong_co"):
        get, head = ask(f"/bi-mat/{name}"), ask(f"/bi-mat/{name}", "HEAD")
        assert (get.status, get.headers) == (head.status, head.headers)


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/bi-mat",
        "/sai/",
        "bi-mat/",
        "/bi-mat/../bi-mat/",
        "/bi-mat/%2e%2e/view.py",
        "/bi-mat/../../etc/passwd",
        "/bi-mat//etc/passwd",
        "/bi-mat/view.py",
        "/bi-mat/page.html",
        "/bi-mat/nguon/bao_cao.yaml",
        "/bi-mat/nguon/../page.css",
        f"/bi-mat/nguon/{'0' * 20}.json",
        f"/bi-mat/trang/{KEY}/5.png",
        f"/bi-mat/trang/{KEY}/9999.png",
        f"/bi-mat/trang/{KEY[:-1]}0/800.png",
        "http://127.0.0.1:8306/bi-mat/",
    ],
)
def test_what_there_is_not_is_not_found(target: str) -> None:
    assert ask(target).status == 404


@settings(settings.get_profile("fuzz"))
@given(st.text(max_size=80))
def test_nothing_is_found_without_the_token_whatever_is_asked(target: str) -> None:
    assert ask(f"/{target}").status == 404 or target.startswith("bi-mat/")


@settings(settings.get_profile("fuzz"))
@given(st.text(max_size=80))
def test_any_name_behind_the_token_is_one_of_ours_or_not_found(name: str) -> None:
    assert ask(f"/bi-mat/{name}").status in (200, 404)


def test_there_is_no_pdf_before_there_are_pages() -> None:
    assert ask("/bi-mat/van_ban.pdf", state=Shown(pdf=b"")).status == 404


def test_pictures_are_kept_by_the_browser_and_the_rest_is_asked_again() -> None:
    assert "immutable" in ask(f"/bi-mat/trang/{KEY}/800.png").headers["Cache-Control"]
    assert ask("/bi-mat/").headers["Cache-Control"] == "no-cache"
    assert ask("/bi-mat/van_ban.pdf").headers["Cache-Control"] == "no-store"


def test_a_source_is_shown_only_if_the_dossier_read_it(tmp_path: Path) -> None:
    read, other = tmp_path / "chi_tieu.csv", tmp_path / "mat_khau.txt"
    read.write_text("ma,ten\na,Á\n", encoding="utf-8")
    other.write_text("bí mật", encoding="utf-8")
    state = Shown(View("", files={source_key(str(read)): str(read)}))
    answer = ask(f"/bi-mat/nguon/{source_key(str(read))}.json", state=state)
    assert json.loads(answer.body)["sheets"][""] == [[1, "ma,ten"], [2, "a,Á"], [3, ""]]
    assert answer.headers["Cache-Control"] == "no-store"
    assert ask(f"/bi-mat/nguon/{source_key(str(other))}.json", state=state).status == 404


def test_the_stream_has_no_length_and_an_event_is_one_line_of_data() -> None:
    answer = ask("/bi-mat/su_kien")
    assert answer.stream
    assert "Content-Length" not in answer.headers
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    remark = Remark("VB001", Severity.ERROR, "hai\ndòng\r\n\r\ndata: giả")
    event = event_of(View("a", number=7, remarks=(remark,))).decode()
    assert event.startswith("id: 7\ndata: ")
    assert event.count("\n") == 3
    assert json.loads(event.splitlines()[1][6:])["nhan_xet"][0]["message"] == remark.message


def test_a_remark_names_a_source_only_where_that_can_be_opened() -> None:
    remark = Remark("HS001", Severity.ERROR, "sai", file="bao_cao.yaml", line=3)
    view = View("", remarks=(remark,))
    assert as_json(view)["nhan_xet"][0]["source"] == ""
    key = source_key("bao_cao.yaml")
    known = replace(view, files={key: "/x/bao_cao.yaml"})
    assert as_json(known)["nhan_xet"][0]["source"] == key
