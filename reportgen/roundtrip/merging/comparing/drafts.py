"""From a dossier's document and the bytes of an edited Word file to what was edited."""

from dataclasses import replace

from reportgen.building import Building
from reportgen.problems import InputError, Place, Problem
from reportgen.readers.recognition import recognise
from reportgen.readers.word import Tracked, read_word
from reportgen.rendering import Format, written
from reportgen.roundtrip.merging.comparing.compare import compare
from reportgen.roundtrip.merging.comparing.tracking import pending_of
from reportgen.roundtrip.merging.edits import Comparison

LEAST_COMMON = 0.3
"""The share of a draft that its edited file has to have kept."""
_PERCENT = 100


def compare_with_draft(
    building: Building, edited: bytes, file: str, only_accepted: bool = False
) -> Comparison:
    """What was edited in the Word file `edited` of that name, which was rendered from `building`.

    Tracked changes count as accepted; with `only_accepted` those that are still pending are left
    out, and told. Raises InputError as `read_word`, and HN001 where the file is no draft of this
    dossier.
    """
    return EditedDraft(edited, file, only_accepted).compare(building)


class EditedDraft:
    """An edited Word file, read once, to be held against as many buildings as there are."""

    def __init__(self, edited: bytes, file: str, only_accepted: bool = False) -> None:
        tracked = Tracked.REJECTED if only_accepted else Tracked.ACCEPTED
        self._file = file
        self._read = recognise(read_word(edited, file, tracked=tracked))
        self._pending = pending_of(self._read.word) if only_accepted else ()

    def compare(self, building: Building) -> Comparison:
        """What was edited; raises HN001 where the file is no draft of that dossier."""
        drafted = written(building, Format.DOCX).data
        ours = recognise(read_word(drafted, f"{building.dossier.path.name} (bản dựng)"))
        comparison = compare(building.document, ours, self._read)
        if comparison.common < LEAST_COMMON:
            raise InputError([_another(comparison.common, self._file)])
        return replace(comparison, pending=self._pending)


def _another(common: float, file: str) -> Problem:
    share = round(common * _PERCENT)
    return Problem(
        "HN001",
        f"tệp Word này không phải bản sửa của hồ sơ: chỉ có {share}% số chữ của bản dự thảo",
        Place(file),
        "kiểm tra đã nêu đúng hồ sơ và đúng tệp chưa; văn bản mới thì dùng: reportgen import",
    )
