"""`reportgen profile new`: a commented `don_vi.yaml` for any province, department or commune."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.files import write_new
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import output_option
from reportgen.cli.printing import print_result

if TYPE_CHECKING:
    from reportgen.starters import Office

_PROFILE = "don_vi.yaml"
_DEPARTMENT = "Sở Nội vụ"


@click.command(
    cls=VietnameseCommand,
    name="new",
    help="Viết don_vi.yaml có chú giải cho UBND một tỉnh, thành phố, cho một sở, hay cho UBND một "
    "xã, phường, đặc khu. TINH là tên, tên không dấu (lao_cai) hay mã (15) của tỉnh, thành phố. "
    "Không ghi đè tệp đã có.",
)
@click.argument("name", metavar="TINH")
@click.option(
    "--loai",
    "kind",
    type=click.Choice(["tinh", "so", "xa"]),
    metavar="tinh|so|xa",
    help="Cơ quan: UBND tỉnh (mặc định), sở ngành, hay UBND cấp xã.",
)
@click.option("--so", "department", metavar="TEN", help=f"Tên sở, ngành. Mặc định: {_DEPARTMENT}.")
@click.option("--xa", "commune", metavar="TEN", help="Tên xã, phường hay đặc khu.")
@output_option
def command(
    name: str, kind: str | None, department: str | None, commune: str | None, output: Path
) -> None:
    from reportgen.starters import profile_text

    office = _office(name, _kind(kind, department, commune), department, commune)
    target = output / _PROFILE
    write_new({target: profile_text(office).encode("utf-8")})
    print_result(str(target))


def _kind(kind: str | None, department: str | None, commune: str | None) -> str:
    """What is asked for, said by --loai or by the name given; raises UsageError if they differ."""
    told = [name for name, value in (("so", department), ("xa", commune)) if value is not None]
    if len(told) > 1 or (kind and told and told != [kind]):
        raise click.UsageError("--loai, --so và --xa phải nói cùng một loại cơ quan")
    if any(value is not None and not value.strip() for value in (department, commune)):
        raise click.UsageError("--so và --xa cần một cái tên, không được để trống")
    found = kind or (told[0] if told else "tinh")
    if found == "xa" and not commune:
        raise click.UsageError("--loai xa cần thêm --xa TEN")
    return found


def _office(name: str, kind: str, department_name: str | None, commune: str | None) -> "Office":
    from reportgen.starters import commune_office, department, provincial_office
    from reportgen.starters.asking import asked_commune, asked_province

    province = asked_province(name)
    if kind == "so":
        return department(province, department_name or _DEPARTMENT)
    if kind == "xa":
        return commune_office(province, asked_commune(province, commune or ""))
    return provincial_office(province)
