"""The server over real sockets: where it listens, how it ends, who is told of what."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support.browsers import PATIENCE
from support.dossiers import TEMPLATES, write_dossier
from support.workbooks import bytes_of, sheet_of

from reportgen.cli.main import run
from reportgen.preview.server import HOST, previewing
from reportgen.preview.sources import source_text
from reportgen.problems import InputError


def connected(url: str) -> tuple[http.client.HTTPConnection, str]:
    parts = urlsplit(url)
    assert parts.hostname == HOST
    return http.client.HTTPConnection(HOST, parts.port, timeout=PATIENCE), parts.path


def test_pages_are_told_of_over_the_stream_to_everybody_who_listens(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, "Đã cấp thẻ.")
    with previewing(path, (TEMPLATES,), 0) as address:
        listeners = []
        for _ in range(3):
            connection, base = connected(address.url)
            connection.request("GET", f"{base}su_kien")
            listeners.append((connection, connection.getresponse()))
        gone, _ = listeners.pop()
        gone.close()
        for connection, answer in listeners:
            view: dict[str, object] = {}
            while not view.get("trang"):
                line = answer.readline().decode()
                if line.startswith("data: "):
                    view = json.loads(line[6:])
            connection.close()
        connection, base = connected(address.url)
        connection.request("GET", f"{base}van_ban.pdf")
        assert connection.getresponse().read().startswith(b"%PDF")
        connection.close()


def test_one_connection_carries_several_answers_and_head_has_no_body(tmp_path: Path) -> None:
    path = write_dossier(tmp_path)
    with previewing(path, (TEMPLATES,), 0) as address:
        connection, base = connected(address.url)
        for method, name, status in [
            ("HEAD", "", 200),
            ("GET", "page.css", 200),
            ("HEAD", "khong_co", 404),
            ("GET", "page.js", 200),
        ]:
            connection.request(method, base + name)
            answer = connection.getresponse()
            assert answer.status == status
            assert answer.headers["Server"] == "reportgen"
            assert bool(answer.read()) == (method == "GET")
        connection.request("POST", base, body=b"x" * 10)
        assert connection.getresponse().status == 405
        connection.close()


def test_another_host_in_the_header_is_sent_away_over_the_wire(tmp_path: Path) -> None:
    with previewing(write_dossier(tmp_path), (TEMPLATES,), 0) as address:
        for headers in ({"Host": "evil.example"}, {"Host": f"{HOST}:1"}):
            connection, base = connected(address.url)
            connection.request("GET", base, headers=headers)
            assert connection.getresponse().status == 421
            connection.close()
        with socket.create_connection((HOST, address.port), PATIENCE) as raw:
            raw.sendall(f"GET /{address.token}/ HTTP/1.0\r\n\r\n".encode())
            assert b" 421 " in raw.recv(100)


def test_it_listens_on_this_machine_alone_and_every_run_has_its_own_token(tmp_path: Path) -> None:
    path = write_dossier(tmp_path)
    with previewing(path, (), 0) as one, previewing(path, (), 0) as two:
        assert one.url.startswith("http://127.0.0.1:")
        assert one.token != two.token
        assert len(one.token) >= 16
        assert one.port != two.port


def test_a_port_that_is_taken_is_told_of_or_the_next_one_taken(tmp_path: Path) -> None:
    path = write_dossier(tmp_path)
    with previewing(path, (), 0) as address:
        with pytest.raises(InputError) as caught, previewing(path, (), address.port):
            pass
        (problem,) = caught.value.problems
        assert problem.code == "XT001"
        assert str(address.port) in problem.message
    with previewing(path) as first, previewing(path) as second:
        assert first.port != second.port


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    path = write_dossier(tmp_path)
    command = [sys.executable, "-m", "reportgen", "preview", str(path), "--no-open"]
    with subprocess.Popen(
        [*command, "--templates", str(TEMPLATES), "--port", str(free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        connection, base = connected(url)
        connection.request("GET", base)
        assert connection.getresponse().status == 200
        connection.close()
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert out == ""
    assert "Đã dừng." in err
    assert "Traceback" not in err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bao_cao.yaml", "don_vi.yaml"]


def free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


@pytest.mark.parametrize(("name", "code"), [("khong_co.yaml", "HS001"), ("bao_cao.docx", "XT002")])
def test_what_is_no_dossier_is_not_served(
    name: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["preview", str(tmp_path / name), "--no-open"]) == 1
    assert f"[{code}]" in capsys.readouterr().err


def test_a_workbook_is_shown_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "so_lieu.xlsx"
    path.write_bytes(bytes_of(sheet_of([["Xã", "Số"], ["Cam Lâm", 12], ["Vạn Hưng", 8]])))
    (rows,) = source_text(path).sheets.values()
    assert rows == ((1, "Xã │ Số"), (2, "Cam Lâm │ 12"), (3, "Vạn Hưng │ 8"))


def test_a_source_that_is_no_text_or_gone_says_so(tmp_path: Path) -> None:
    frame, broken = tmp_path / "khung.docx", tmp_path / "so.xlsx"
    frame.write_bytes(b"PK")
    broken.write_bytes(b"xxx")
    for path in (frame, broken, tmp_path / "da_xoa.csv"):
        shown = source_text(path)
        assert shown.remark
        assert not shown.sheets


def test_a_text_in_another_encoding_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "chi_tieu.csv"
    path.write_bytes("ma,ten\r\na,Á\r\n".encode("utf-16"))
    assert len(source_text(path).sheets[""]) >= 2
    path.write_bytes(b"ma,ten\na,\xc1\n")
    assert source_text(path).sheets[""][1] == (2, "a,\ufffd")
