"""`reportgen import`: a Word report as a dossier."""

import os
from pathlib import Path

import click

from reportgen.cli.files import write_new
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.printing import print_remark, print_result


@click.command(
    cls=VietnameseCommand,
    name="import",
    help="Lập hồ sơ từ một báo cáo Word đã có: thể thức, kỳ, lời văn từng mục, chú thích, bảng, "
    "số liệu. Dựng hồ sơ thì được lại đúng chữ của tệp Word; chữ nào chưa có chỗ thì được kể ra. "
    "Tệp .doc, .rtf, .odt cần có LibreOffice trên máy. Không ghi đè tệp đã có.",
)
@click.argument("file", metavar="TEP.docx", type=Path)
@click.option(
    "--output",
    type=Path,
    metavar="THU_MUC",
    help="Thư mục ghi các tệp. Mặc định: thư mục mang tên của tệp Word, cạnh tệp ấy.",
)
def command(file: Path, output: Path | None) -> None:
    from reportgen.roundtrip.importing import import_file

    folder = output if output is not None else _named_after(file)
    imported = import_file(file, folder)
    files = {
        Path(os.path.normpath(folder / name)): text.encode("utf-8")
        for name, text in imported.files.items()
    }
    write_new(files)
    for path in files:
        print_result(str(path))
    for line in imported.told(folder):
        print_remark(line)


def _named_after(file: Path) -> Path:
    from reportgen.vietnamese import plain_name

    return file.parent / (plain_name(file.stem) or "ho_so")
