"""Options that several commands have, so that they read and behave alike."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

templates_option = click.option(
    "--templates",
    "templates",
    multiple=True,
    type=Path,
    metavar="THU_MUC",
    help="Thư mục có mẫu riêng, được tìm trước các mẫu có sẵn; có thể nêu nhiều lần.",
)
formats_option = click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "md"]),
    metavar="docx|pdf|md",
    help="Định dạng cần ghi; có thể nêu nhiều lần. Mặc định: docx và pdf.",
)
engine_option = click.option(
    "--pdf-engine",
    "engine",
    type=click.Choice(["weasyprint", "libreoffice", "word"]),
    default="weasyprint",
    metavar="weasyprint|libreoffice|word",
    help="Chương trình tạo PDF. Mặc định: weasyprint, có sẵn; libreoffice và word chuyển từ DOCX "
    "(word: chỉ trên Windows, cần pywin32, chưa được kiểm thử).",
)
output_option = click.option(
    "--output",
    type=Path,
    default=Path(),
    metavar="THU_MUC",
    help="Thư mục ghi kết quả; chưa có thì được tạo. Mặc định: thư mục hiện tại.",
)


def format_option(*others: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format` as the argument `form`: `text`, unless one of the others is asked for."""
    forms = ("text", *others)
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default="text",
        metavar="|".join(forms),
        help="Dạng của kết quả. Mặc định: text, để đọc.",
    )


def communes_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The two ways to say which communes deliver figures."""
    of_province = click.option(
        "--xa-phuong",
        "of_province",
        is_flag=True,
        help="Mọi xã, phường, đặc khu của tỉnh ghi trong don_vi.yaml.",
    )
    listed = click.option(
        "--don-vi-cap-xa",
        "communes",
        type=Path,
        metavar="TEP",
        help="Danh sách đơn vị cấp xã: tệp .csv hoặc .xlsx có cột ten.",
    )
    return of_province(listed(command))
