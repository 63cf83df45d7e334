"""Options that several commands have, so that they read and behave alike."""

from pathlib import Path

import click

templates_option = click.option(
    "--templates",
    "templates",
    multiple=True,
    type=Path,
    metavar="THU_MUC",
    help="Thư mục có mẫu riêng, được tìm trước các mẫu có sẵn; có thể nêu nhiều lần.",
)
output_option = click.option(
    "--output",
    type=Path,
    default=Path(),
    metavar="THU_MUC",
    help="Thư mục ghi kết quả; chưa có thì được tạo. Mặc định: thư mục hiện tại.",
)
