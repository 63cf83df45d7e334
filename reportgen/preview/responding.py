"""What the server answers to a request: pure but for the sources and pages it is asked for.

Nothing can be written through it, and nothing is found by a path: every resource has a name of its
own behind the token that only the address printed at the start has.
"""

import hmac
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from importlib import resources
from pathlib import Path
from typing import Protocol

from reportgen.preview.pages import Line
from reportgen.preview.sources import source_text
from reportgen.preview.view import View, as_json

#: Scripts, styles, pictures and answers come from this server alone; no frames, no forms.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_FOR_EVER = "private, max-age=31536000, immutable"
_SHIPPED = {
    "": ("page.html", "text/html; charset=utf-8"),
    "page.css": ("page.css", "text/css; charset=utf-8"),
    "page.js": ("page.js", "text/javascript; charset=utf-8"),
    "panel.js": ("panel.js", "text/javascript; charset=utf-8"),
    "paper.js": ("paper.js", "text/javascript; charset=utf-8"),
    "sheet.js": ("sheet.js", "text/javascript; charset=utf-8"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}
_IMAGE = re.compile(r"trang/([0-9a-f]{24})/([0-9]{2,4})\.png")
_LINES = re.compile(r"trang/([0-9a-f]{24})\.json")
_SOURCE = re.compile(r"nguon/([0-9a-f]{20})\.json")
NARROWEST, WIDEST = 50, 4000  # pixels of a page


class State(Protocol):
    """What answers are made from: the desk of the preview."""

    @property
    def view(self) -> View: ...
    @property
    def pdf(self) -> bytes: ...
    def image(self, key: str, width: int) -> bytes | None: ...
    def lines(self, key: str) -> list[Line] | None: ...


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came; `host` is the Host header, `target` what stands behind the method."""

    method: str
    target: str
    host: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is to be found, and the word without which nothing is."""

    port: int
    token: str

    @property
    def url(self) -> str:
        """What is typed into the browser."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"

    @property
    def hosts(self) -> tuple[str, str]:
        """How a browser of this machine calls the server."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; with `stream`, events follow for as long as the other side listens."""

    status: int
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    caching: str = "no-store"
    more: Mapping[str, str] = field(default_factory=dict)
    stream: bool = False

    @property
    def headers(self) -> Mapping[str, str]:
        """All headers but those about the connection."""
        own = {"Content-Type": self.kind, "Cache-Control": self.caching}
        length = {} if self.stream else {"Content-Length": str(len(self.body))}
        return {**_ALWAYS, **own, **length, **self.more}


def respond(request: Request, state: State, address: Address) -> Response:
    """The answer to a request.

    421 where it was meant for another host (a page elsewhere whose name leads here), 405 for
    anything but reading, 404 for what there is not, without the token or behind it.
    """
    if request.host.lower() not in address.hosts:
        return _told(421, "Địa chỉ này chỉ mở được trên chính máy đang chạy reportgen preview.")
    if request.method not in ("GET", "HEAD"):
        return _told(405, "Máy chủ này chỉ cho xem.", {"Allow": "GET, HEAD"})
    path = request.target.partition("?")[0]
    token, behind, name = path.removeprefix("/").partition("/")
    known = hmac.compare_digest(token.encode("utf-8", "replace"), address.token.encode())
    if not (path.startswith("/") and known and behind):
        return _told(404, "Không có trang này. Mở đúng địa chỉ mà reportgen preview đã in ra.")
    return _resource(name, state) or _told(404, "Không có tệp này.")


def event_of(view: View) -> bytes:
    """The view as an event of the stream (WHATWG HTML, server-sent events)."""
    return f"id: {view.number}\ndata: {_json(as_json(view))}\n\n".encode()


def _resource(name: str, state: State) -> Response | None:
    if name in _SHIPPED:
        file, kind = _SHIPPED[name]
        body = resources.files(__package__).joinpath(file).read_bytes()
        return Response(200, body, kind, "no-cache")
    if name == "su_kien":
        return Response(200, b"", "text/event-stream; charset=utf-8", stream=True)
    if name == "van_ban.pdf":
        named = {"Content-Disposition": 'attachment; filename="ban_xem.pdf"'}
        return Response(200, state.pdf, "application/pdf", more=named) if state.pdf else None
    for pattern, answer in _PATTERNS.items():
        if match := pattern.fullmatch(name):
            return answer(match, state)
    return None


def _image(match: re.Match[str], state: State) -> Response | None:
    width = int(match[2])
    if not NARROWEST <= width <= WIDEST:
        return None
    data = state.image(match[1], width)
    return None if data is None else Response(200, data, "image/png", _FOR_EVER)


def _lines(match: re.Match[str], state: State) -> Response | None:
    lines = state.lines(match[1])
    if lines is None:
        return None
    return _answered([asdict(line) for line in lines], _FOR_EVER)


def _source(match: re.Match[str], state: State) -> Response | None:
    path = state.view.files.get(match[1])
    return None if path is None else _answered(asdict(source_text(Path(path))))


_PATTERNS: Mapping[re.Pattern[str], Callable[[re.Match[str], State], Response | None]] = {
    _IMAGE: _image,
    _LINES: _lines,
    _SOURCE: _source,
}


def _answered(value: object, caching: str = "no-store") -> Response:
    return Response(200, _json(value).encode(), "application/json; charset=utf-8", caching)


def _json(value: object) -> str:
    """JSON that arrives whole: half a pair of surrogates from a file's name would not."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _told(status: int, text: str, more: Mapping[str, str] | None = None) -> Response:
    return Response(status, f"{text}\n".encode(), more=more or {})
