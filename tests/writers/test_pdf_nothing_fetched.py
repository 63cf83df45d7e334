"""Frames and pictures of strangers in the PDF: nothing is fetched, opened or attached."""

import io
import socket
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from time import process_time

import pikepdf
import pytest
from support.printing import CREATED, frame

from reportgen.document.tree import Document
from reportgen.problems import InputError
from reportgen.writers.pdf import write_pdf

SECRET = "BI-MAT-KHONG-DUOC-DOC"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server's address, and what was asked of it."""
    paths: list[str] = []

    class Keeper(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Keeper)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


HTML = {
    "picture": '<img src="{}">',
    "picture set": '<img srcset="{0} 1x, {0} 2x" src="{0}">',
    "style sheet": '<link rel="stylesheet" href="{}">',
    "import in a style": '<style>@import "{}";</style>',
    "import by url": "<style>@import url({});</style>",
    "object": '<object data="{}" type="image/svg+xml"></object>',
    "embedded": '<embed src="{}">',
    "frame": '<iframe src="{}"></iframe>',
    "attachment": '<link rel="attachment" href="{}" title="a">',
    "attached link": '<a rel="attachment" href="{}">a</a>',
    "background": '<p style="background: url({})">a</p>',
    "content": "<style>p::before {{ content: url({}) }}</style><p>a</p>",
    "list": '<ul style="list-style-image: url({})"><li>a</li></ul>',
    "border": '<p style="border-image: url({}) 30">a</p>',
    "mask": '<p style="mask-image: url({})">a</p>',
    "font": "<style>@font-face {{ font-family: a; src: url({}) }} p {{ font-family: a }}</style>",
    "colour profile": "<style>@color-profile a {{ src: url({}) }}</style>",
    "base": '<base href="{}/"><img src="a.png">',
    "svg image": '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
    "svg old image": '<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    '<image xlink:href="{}" width="9" height="9"/></svg>',
    "svg use": '<svg width="9" height="9"><use href="{}#a"/></svg>',
    "svg style": '<svg width="9" height="9"><style>@import "{}";</style><rect/></svg>',
    "svg in data": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' "
    "xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='{}'/></svg>\">",
    "entity in svg": "<img src=\"data:image/svg+xml,<!DOCTYPE svg [<!ENTITY a SYSTEM '{}'>]>"
    "<svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>\">",
    "refresh": '<meta http-equiv="refresh" content="0;url={}">',
    "script": '<script src="{}"></script>',
}


def made(document: Document, html: str, css: str = "") -> pikepdf.Pdf:
    """The PDF; an empty one where the engine gives up, which is told as a problem."""
    one = frame()
    page = one.template.replace("</body>", f"{html}</body>")
    changed = replace(one, template=page, stylesheet=css or one.stylesheet)
    try:
        return pikepdf.open(io.BytesIO(write_pdf(document, changed, CREATED).data))
    except InputError as error:
        if {problem.code for problem in error.problems} != {"PD005"}:
            raise
        return pikepdf.new()


def contents(pdf: pikepdf.Pdf) -> bytes:
    """Everything that the file holds, unpacked."""
    found = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    return b"\n".join(found)


@pytest.mark.parametrize("html", HTML.values(), ids=HTML.keys())
def test_nothing_is_asked_of_a_server(
    html: str, bare: Document, asked: tuple[str, list[str]]
) -> None:
    address, paths = asked
    pdf = made(bare, html.format(f"{address}/a.png"))
    assert paths == []
    assert len(pdf.attachments) == 0


@pytest.mark.parametrize("html", HTML.values(), ids=HTML.keys())
def test_no_file_is_opened(html: str, bare: Document, tmp_path: Path) -> None:
    secret = tmp_path / "mat.svg"
    text = f"<svg xmlns='http://www.w3.org/2000/svg'><text>{SECRET}</text></svg>"
    secret.write_text(text, encoding="utf-8")
    for address in (secret.as_uri(), str(secret)):
        pdf = made(bare, html.format(address))
        assert SECRET.encode() not in contents(pdf)
        assert len(pdf.attachments) == 0


@pytest.mark.parametrize(
    "css",
    [
        '@import "{}";',
        "@import url({});",
        "p {{ background: url({}) }}",
        "@font-face {{ font-family: a; src: url({}) }} p {{ font-family: a }}",
        "@font-face {{ font-family: a; src: local('{}') }} p {{ font-family: a }}",
        "@page {{ background: url({}); @top-left {{ content: url({}) }} }}",
        "p::before {{ content: url({}) }}",
    ],
)
def test_a_style_sheet_fetches_nothing(
    css: str, bare: Document, asked: tuple[str, list[str]]
) -> None:
    address, paths = asked
    made(bare, "", css.format(*[f"{address}/a"] * 2))
    assert paths == []


@pytest.mark.parametrize(
    "address",
    ["ftp://127.0.0.1/a", "gopher://127.0.0.1/a", "\\\\127.0.0.1\\a", "//127.0.0.1/a", "jar:a!/b"],
)
def test_no_other_way_out_is_taken(
    address: str, bare: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for html in HTML.values():
        made(bare, html.format(address))


def test_data_of_great_size_is_not_taken_in(bare: Document) -> None:
    began = process_time()
    pdf = made(bare, f'<img src="data:image/png;base64,{PIXEL}{"A" * 10_000_000}">')
    assert process_time() - began < 20
    assert len(contents(pdf)) < 10_000_000
