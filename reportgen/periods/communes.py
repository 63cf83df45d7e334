"""The communes that deliver figures: those of a province, or those on a list."""

from pathlib import Path

from reportgen.dossier.tables import read_table
from reportgen.periods.figures import Plan, unit_key
from reportgen.places import communes_of, find_province
from reportgen.problems import InputError, Place, Problem, Severity
from reportgen.vietnamese import plain_name, sort_key

_TITLES = ("ten", "don_vi", "ten_don_vi", "xa_phuong", "ten_xa")


def listed_communes(plan: Plan, of_province: bool, path: Path | None) -> tuple[str, ...] | None:
    """The communes of a list, else those of the province if they are wanted; None for neither."""
    if path is not None:
        return communes_in(path)
    return communes_of_province(plan) if of_province else None


def communes_of_province(plan: Plan) -> tuple[str, ...]:
    """The full names of the communes of the profile's province, in Vietnamese order.

    Raises InputError BM041 where the profile's place is no province.
    """
    profile = plan.dossier.profile
    for name in (profile.dia_danh, *(profile.co_quan_chu_quan or "").split("\n")):
        words = name.split()
        tails = (" ".join(words[start:]) for start in range(len(words)))
        province = next(filter(None, map(find_province, tails)), None)
        if province is not None:
            return tuple(sorted((one.full_name for one in communes_of(province)), key=sort_key))
    message = f"không rõ “{profile.dia_danh}” thuộc tỉnh nào"
    hint = "lập danh sách xã trong một tệp CSV rồi dùng --don-vi-cap-xa TEP.csv"
    raise InputError([Problem("BM041", message, Place(str(plan.dossier.profile_path)), hint)])


def communes_in(path: Path) -> tuple[str, ...]:
    """The names in a list (CSV or .xlsx), in Vietnamese order: column `ten`, else the first.

    Raises InputError: what `read_table` finds, BM042 a name twice, BM043 no names.
    """
    problems: list[Problem] = []
    table = read_table(path, problems)
    names: dict[str, str] = {}
    if table is not None:
        titles = [plain_name(title) for title in table.header]
        column = next((titles.index(one) for one in _TITLES if one in titles), 0)
        for row, place in zip(table.rows, table.places, strict=True):
            name = " ".join(row[column].split())
            if name and unit_key(name) in names:
                message = f"“{name}” ghi hai lần trong danh sách"
                hint = "xoá một dòng; trùng tên thì ghi cả cấp hoặc thêm tên huyện cũ"
                problems.append(Problem("BM042", message, place, hint))
            elif name:
                names[unit_key(name)] = name
        if not names:
            hint = "mỗi dòng một tên xã, phường, đặc khu dưới tiêu đề ten"
            problems.append(
                Problem("BM043", "danh sách chưa có đơn vị nào", Place(str(path)), hint)
            )
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError(problems)
    return tuple(sorted(names.values(), key=sort_key))
