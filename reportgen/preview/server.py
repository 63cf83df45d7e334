"""The server of a preview: on this machine only, one thread a browser's connection."""

import contextlib
import secrets
import socket
import socketserver
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from reportgen.dossier.files import shown_path
from reportgen.preview.desk import Desk
from reportgen.preview.renderer import Renderer
from reportgen.preview.responding import Address, Request, Response, event_of, respond
from reportgen.preview.worker import Worker
from reportgen.problems import InputError, Problem

HOST = "127.0.0.1"
USUAL_PORT = 8306
_TRIED = 20  # ports after the usual one, before any that is free
HEARTBEAT = 5.0  # seconds after which a stream says that it is still there
_IDLE = 60  # seconds that a connection may say nothing


class _Server(ThreadingHTTPServer):
    """Serves one desk; connections end with the program."""

    daemon_threads = True
    block_on_close = False
    # On Windows this would let two programs have one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, desk: Desk) -> None:
        self.desk = desk
        super().__init__((HOST, port), _Handler)
        self.address = Address(self.server_address[1], secrets.token_urlsafe(12))

    def server_bind(self) -> None:
        """Take the port without asking a name server what this machine is called."""
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nothing to tell of."""


class _Handler(BaseHTTPRequestHandler):
    """Hands requests to `respond` and writes down what it answers."""

    protocol_version = "HTTP/1.1"
    timeout = _IDLE
    server: _Server

    def _answer(self) -> None:
        if self.command not in ("GET", "HEAD"):
            self.close_connection = True  # whatever it sends along is not read
        hosts = self.headers.get_all("Host") or []
        request = Request(self.command, self.path, hosts[0] if len(hosts) == 1 else "")
        response = respond(request, self.server.desk, self.server.address)
        if response.stream:
            self.close_connection = True
        self._begin(response)
        if self.command == "HEAD":
            return
        if response.stream:
            self._stream()
        else:
            self.wfile.write(response.body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _answer  # noqa: N815
    do_TRACE = do_CONNECT = _answer  # noqa: N815

    def _begin(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _stream(self) -> None:
        """Every newer view, until the browser goes away or the desk is closed."""
        desk, seen = self.server.desk, -1
        with contextlib.suppress(OSError):
            while not desk.closed:
                view = desk.newer(seen, HEARTBEAT)
                self.wfile.write(event_of(view) if view.number != seen else b": .\n\n")
                self.wfile.flush()
                seen = view.number

    def version_string(self) -> str:
        """What the server calls itself."""
        return "reportgen"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def previewing(
    path: Path,
    templates: Iterable[Path] = (),
    port: int | None = None,
    worker: Worker | None = None,
) -> Iterator[Address]:
    """Serve the dossier at `path` within; gives the address to open.

    Raises InputError XT001 where `port` is taken.
    """
    desk = Desk(shown_path(path))
    server = _bound(desk, port)
    renderer = Renderer(desk, path, tuple(templates), worker)
    serving = Thread(target=server.serve_forever, args=(0.1,), name="server", daemon=True)
    try:
        serving.start()
        renderer.start()
        yield server.address
    finally:
        desk.close()
        server.shutdown()
        server.server_close()
        renderer.stop()


def _bound(desk: Desk, port: int | None) -> _Server:
    """A server on that port, or else on the usual one or the next that is free."""
    if port is not None:
        try:
            return _Server(port, desk)
        except OSError as error:
            hint = "chọn cổng khác, hoặc bỏ --port để chương trình tự tìm cổng trống"
            message = f"cổng {port} đang có chương trình khác dùng, hoặc không được phép dùng"
            raise InputError([Problem("XT001", message, None, hint)]) from error
    for number in range(USUAL_PORT, USUAL_PORT + _TRIED):
        with contextlib.suppress(OSError):
            return _Server(number, desk)
    return _Server(0, desk)
