"""A dossier's `bo_qua` held against what was found."""

from collections.abc import Iterable, Sequence

from reportgen.checking.checked import Suppressed
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.registry import UnknownRule, rule_of
from reportgen.dossier import Dossier, Exemption
from reportgen.problems import Place, Problem, Severity


class Exemptions:
    """What a dossier lets pass; tells afterwards what of it was of no use.

    `problems`: KT010, a code that no rule has.
    """

    def __init__(self, dossier: Dossier | None) -> None:
        self.problems: list[Problem] = []
        self._useful: set[int] = set()
        self._listed: list[tuple[int, Exemption, Place]] = []
        if dossier is None:
            return
        for number, one in enumerate(dossier.bo_qua):
            place = dossier.place_of("bo_qua", number, "ma")
            try:
                rule_of(one.ma)
            except UnknownRule as error:
                self.problems.append(_unknown(error, place))
            else:
                self._listed.append((number, one, place))

    def part(
        self, findings: Iterable[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """The findings that stand, and those that are let pass."""
        kept: list[Finding] = []
        passed: list[Suppressed] = []
        for finding in findings:
            meant = [entry for entry in self._listed if _is_meant(entry[1], finding)]
            self._useful.update(number for number, _, _ in meant)
            if meant:
                passed.append(Suppressed(finding, meant[0][1].ly_do, meant[0][2]))
            else:
                kept.append(finding)
        return tuple(kept), tuple(passed)

    def useless(self, rules: Sequence[Rule]) -> list[Problem]:
        """KT011 for each entry about one of the rules that let nothing pass."""
        run = {rule.code for rule in rules}
        return [
            Problem(
                "KT011",
                f"bo_qua: {_code(one)} không còn bỏ qua điều gì trong văn bản này",
                place,
                "xoá mục này; có doan thì kiểm tra chữ trong doan có đúng như trong văn bản không",
                Severity.WARNING,
            )
            for number, one, place in self._listed
            if number not in self._useful and _code(one) in run
        ]


def _code(exemption: Exemption) -> str:
    return exemption.ma.strip().upper()


def _is_meant(exemption: Exemption, finding: Finding) -> bool:
    if _code(exemption) != finding.code:
        return False
    if exemption.doan is None:
        return True
    around = finding.passage.text if finding.passage else finding.message
    return _words(exemption.doan) in _words(around)


def _words(text: str) -> str:
    return " ".join(text.split())


def _unknown(error: UnknownRule, place: Place) -> Problem:
    hint = f"có phải là “{error.near}” không?" if error.near else "xem các mã bằng: reportgen rules"
    return Problem("KT010", f"bo_qua: không có quy tắc “{error.code}”", place, hint)
