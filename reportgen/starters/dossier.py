"""A unit's first dossier of a template: every input of the template, ready to be filled in."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.building import search_path
from reportgen.dossier import Period, kind_named
from reportgen.dossier.profile_loading import PROFILE_NAME
from reportgen.drafting import Template, load_template
from reportgen.drafting.headings import split_heading
from reportgen.drafting.outline import beginning, shown
from reportgen.drafting.usage import used_indicators
from reportgen.drafting.wording import Block, blocks
from reportgen.periods.calendar import folder_name
from reportgen.periods.folders import unknown_period
from reportgen.periods.moving_dossier import period_text
from reportgen.periods.new import NewDossier, Wish, profile_link
from reportgen.vietnamese import format_date_short, format_month

FIGURES = "chi_tieu.csv"
_COLUMNS = (
    "ma", "ten", "thuc_hien", "tong_so", "don_vi_tinh", "ky_truoc", "nguon", "don_vi_nop",
    "ghi_chu",
)  # fmt: skip
_README = "README.md"
_ROW = re.compile(r"\|\s*`([a-z][a-z0-9_]*)`\s*\|([^|\n]*)\|([^|\n]*)\|")
_OUTSIDE = ("phan_dau", "chu_thich")
_NOTHING = re.compile(r"[\s….]*(?:không (?:phát sinh|có)\.?)?\s*", re.IGNORECASE)
_TEXT = """\
# Hồ sơ kỳ {name}, theo mẫu {template}. Dòng bắt đầu bằng dấu # là ghi chú, không in ra.
# Còn thiếu gì: mở cửa sổ lệnh ở thư mục này, gõ reportgen status {file}
mau: {template}
{link}{kind}# Chưa có số thì để trống; chưa có ngày thì chỉ ghi tháng.
so:
ngay: {month}
ky: {period}
# Hạn nộp của kỳ này (không in ra):
# han_nop: {deadline}
{subject}
# Mỗi khoá dưới noi_dung là một mục của mẫu. Khoá có dấu | đang chờ lời: viết ở dòng dưới, thụt vào.
# Khoá có dấu # ở trước: mẫu đã có câu sẵn; muốn viết khác thì bỏ dấu # ở đầu dòng rồi viết.
# Không có gì để báo cáo thì bỏ dấu |.
noi_dung:
{blocks}"""
_SUBJECT = "# Trích yếu (bắt buộc với mẫu này):\ntrich_yeu:\n"
_KIND = "# Loại văn bản: quyet_dinh, to_trinh, thong_bao, ke_hoach…\nloai: bao_cao\n"


def started_dossier(wish: Wish) -> NewDossier:
    """The dossier and the table of a unit that has none of the template yet.

    Raises InputError for an unknown template or period.
    """
    unit = wish.unit or Path()
    own = unit / "mau"
    template = load_template(
        wish.template, search_path([*wish.templates, *([own] if own.is_dir() else [])])
    )
    if wish.period is None:
        raise unknown_period(wish.template, unit)
    target = wish.target or unit / folder_name(wish.period)
    file = target / f"{_file_name(template)}.yaml"
    link = profile_link(unit / PROFILE_NAME, target)
    texts = {file: _dossier(wish.template, template, wish.period, link, file.name)}
    if used_indicators(template):
        texts[target / FIGURES] = _figures(template)
    return NewDossier(
        {path: text.encode("utf-8") for path, text in texts.items()}, wish.period, None
    )


def _file_name(template: Template) -> str:
    kind = template.settings.loai or kind_named(template.settings.ten_loai or "")
    return kind.key if kind else "van_ban"


def _dossier(name: str, template: Template, period: Period, link: str | None, file: str) -> str:
    settings = template.settings
    days = f"{{tu: {format_date_short(period.tu)}, den: {format_date_short(period.den)}}}"
    month = format_month(period.den).removeprefix("tháng ")
    short = period_text("", period, period)
    return _TEXT.format(
        name=short or days.strip("{}"),
        template=name,
        file=file,
        link=f"don_vi: {link}\n" if link else "",
        kind="" if settings.loai or settings.ten_loai else _KIND,
        month=month,
        period=short or days,
        deadline=f"20/{month}",
        subject="" if settings.trich_yeu else _SUBJECT,
        blocks="".join(_blocks(template)),
    )


def _blocks(template: Template) -> Iterator[str]:
    """A key for each block: waiting where the template has no words of its own, else a comment."""
    optional = set(template.settings.tuy_chon)
    for block, within in blocks(template.wording):
        title = beginning(block.body)
        remark = " (mục tuỳ chọn)" if block.name in optional else ""
        told = f"{'· ' * len(within)}{title}{remark}".rstrip()
        waits = _waits(block, within, template.settings.cau_mac_dinh.get(block.name, ""))
        if waits and not remark and not optional & set(within):
            yield f"\n  # {told}\n  {block.name}: |\n"
        else:
            yield f"\n  # {told}\n  # {block.name}: |\n"


def _waits(block: Block, within: tuple[str, ...], phrase: str) -> bool:
    """Whether a block has no more to say of its own than that there is nothing to report."""
    heading, rest = split_heading(block.body) or (None, block.body)
    alone = (heading is not None and heading.title is not None) or not within
    words = shown(rest).strip()
    empty = words == phrase or bool(_NOTHING.fullmatch(words))
    return alone and empty and not list(blocks(rest)) and block.name not in _OUTSIDE


def _figures(template: Template) -> str:
    told = _told_figures(template)
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for code in used_indicators(template):
        title, how = told.get(code, ("", ""))
        writer.writerow([code, title, *[""] * (len(_COLUMNS) - 3), how and f"điền: {how}"])
    return output.getvalue()


def _told_figures(template: Template) -> dict[str, tuple[str, str]]:
    """Title and kind of each figure, as the READMEs beside the template's wording have them."""
    found: dict[str, tuple[str, str]] = {}
    for _, place in template.sources:
        readme = Path(place.file).parent / _README
        if readme.is_file():
            for code, title, how in _ROW.findall(readme.read_text(encoding="utf-8")):
                found.setdefault(code, (title.strip(), how.strip()))
    return found
