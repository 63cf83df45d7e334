"""`reportgen preview`: the pages in a browser while the dossier is being written."""

import os
import sys
import threading
from pathlib import Path

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import templates_option
from reportgen.cli.printing import print_remark, print_result
from reportgen.problems import InputError, Place, Problem

_SUFFIXES = (".yaml", ".yml")


@click.command(
    cls=VietnameseCommand,
    name="preview",
    help="Mở các trang của văn bản trong trình duyệt để vừa soạn vừa xem: lưu hồ sơ, số liệu, mẫu "
    "hay khung là trang được dựng lại, bên cạnh có các lỗi, cảnh báo của lệnh check và dòng cần "
    "sửa. Chỉ máy này xem được; không tệp nào bị ghi. Nhấn Ctrl+C để dừng.",
)
@click.argument("dossier", metavar="HO_SO.yaml", type=Path)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="SO",
    help="Cổng của máy này. Mặc định: 8306, hoặc cổng trống kế tiếp.",
)
@templates_option
@click.option("--no-open", is_flag=True, help="Không mở trình duyệt, chỉ in ra địa chỉ.")
def command(dossier: Path, port: int | None, templates: tuple[Path, ...], no_open: bool) -> None:
    from reportgen.preview.server import previewing

    require_folders(templates)
    _require_dossier(dossier)
    try:
        with previewing(dossier, templates, port) as address:
            print_result(address.url)
            sys.stdout.flush()
            print_remark("Mở địa chỉ trên bằng trình duyệt của máy này. Nhấn Ctrl+C để dừng.")
            if not no_open:
                _open(address.url)
            _wait()
    except KeyboardInterrupt:
        print_remark("Đã dừng.")


def _require_dossier(path: Path) -> None:
    """Let it be a dossier that is there; what is wrong in it is shown in the browser."""
    if path.suffix.lower() not in _SUFFIXES:
        hint = "nêu hồ sơ (HO_SO.yaml); tệp Word thì dùng reportgen check"
        message = "lệnh preview chỉ xem hồ sơ (.yaml, .yml)"
        raise InputError([Problem("XT002", message, Place(str(path)), hint)])
    if not path.is_file():
        from reportgen.dossier.files import read_data

        read_data(path, "HS")


def _wait() -> None:
    """Until Ctrl-C; in short sleeps, for on Windows a long one cannot be interrupted."""
    ever = threading.Event()
    while not ever.wait(0.5):
        pass


def _open(url: str) -> None:
    """Open the address in a browser, where there is a screen; a browser in the terminal is none."""
    import webbrowser

    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform not in ("win32", "darwin") and not screen:
        return
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
