"""The whole way of collecting: a folder of forms and a dossier in, new tables out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.files import shown_path
from reportgen.periods.collecting import Collected, collect, has_error
from reportgen.periods.communes import listed_communes
from reportgen.periods.figures import Plan, read_plan
from reportgen.periods.judging import judge
from reportgen.periods.merging import merged_files
from reportgen.periods.reading_forms import files_in, read_forms
from reportgen.periods.units import units_of
from reportgen.problems import InputError, Place, Problem


@dataclass(frozen=True, slots=True)
class Collection:
    """What was asked for, from which communes (None: not known), and what came back."""

    plan: Plan
    communes: Sequence[str] | None
    collected: Collected

    def files(self) -> dict[Path, bytes]:
        """The tables with the good forms' figures. Raises InputError as `merged_files`."""
        return merged_files(self.plan, self.collected, self.communes)


def collect_folder(
    folder: Path, dossier: Path, of_province: bool = False, communes: Path | None = None
) -> Collection:
    """Read and judge every form of a folder; nothing is written.

    Raises InputError: what is wrong with the dossier or the list of communes, BM044 no such
    folder, BM045 no forms in it.
    """
    if not folder.is_dir():
        hint = "ghi đúng đường dẫn thư mục chứa các biểu đã nộp"
        raise InputError(
            [Problem("BM044", "không có thư mục này", Place(shown_path(folder)), hint)]
        )
    plan = read_plan(dossier)
    names = listed_communes(plan, of_province, communes)
    own = [one.file for one in plan.figures.values()] + ([communes] if communes else [])
    paths = files_in(folder, own)
    if not paths:
        hint = "chép các tệp .xlsx hoặc .csv đã nhận vào thư mục này"
        message = "thư mục chưa có biểu nào"
        raise InputError([Problem("BM045", message, Place(shown_path(folder)), hint)])
    forms, unreadable = read_forms(paths)
    units = units_of(plan, names)
    judged = [judge(form, plan, units) for form in forms]
    bad = (Path(file) for file, problems in unreadable.items() if has_error(problems))
    senders = [unit.name for path in bad if (unit := units.find("", path))]
    return Collection(plan, names, collect(plan, judged, unreadable, names, senders))
