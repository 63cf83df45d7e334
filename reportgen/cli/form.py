"""`reportgen form`: an Excel form for each department and commune."""

from pathlib import Path

import click

from reportgen.cli.files import write_new
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import communes_options, output_option
from reportgen.cli.printing import print_remark, print_result

COMMUNES_FOLDER = "cap_xa"


@click.command(
    cls=VietnameseCommand,
    name="form",
    help="Lập biểu Excel để các sở, ngành điền số liệu: mỗi đơn vị ở cột don_vi_nop của "
    "chi_tieu.csv một tệp, chỉ có chỉ tiêu của đơn vị đó. Có --xa-phuong hoặc --don-vi-cap-xa thì "
    "lập cả biểu cho cấp xã, trong thư mục con cap_xa. Không ghi đè biểu đã có.",
)
@click.argument("dossier", metavar="HO_SO.yaml", type=Path)
@output_option
@communes_options
def command(dossier: Path, output: Path, of_province: bool, communes: Path | None) -> None:
    from reportgen.periods.communes import listed_communes
    from reportgen.periods.figures import read_plan
    from reportgen.periods.forms import commune_forms, department_forms

    plan = read_plan(dossier)
    names = listed_communes(plan, of_province, communes)
    files = {output / name: data for name, data in department_forms(plan).items()}
    if names is not None and plan.of_communes:
        folder = output / COMMUNES_FOLDER
        files |= {folder / name: data for name, data in commune_forms(plan, names)}
    write_new(files)
    for file in files:
        print_result(str(file))
    if plan.of_communes and names is None:
        print_remark(
            f"Còn {len(plan.of_communes)} chỉ tiêu do cấp xã nộp: thêm --xa-phuong (mọi xã, phường "
            "của tỉnh) hoặc --don-vi-cap-xa TEP.csv để lập biểu cho các xã."
        )
    elif names is not None and not plan.of_communes:
        print_remark("Chưa chỉ tiêu nào ghi don_vi_nop là “cấp xã” nên không có biểu cho cấp xã.")
