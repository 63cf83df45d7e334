"""Where wordings are read, looked through and printed for one dossier."""

from collections.abc import Mapping

from reportgen.dossier import Dossier, Kind
from reportgen.drafting.analysis import ABSENT, Known, check_formula, formulas
from reportgen.drafting.comparisons import PlacedInset
from reportgen.drafting.context import absent_names, values_of
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.printing import print_wording
from reportgen.drafting.shapes import NAMES
from reportgen.drafting.wording import Formula, Wording
from reportgen.problems import Place, Problem


class Desk:
    """Reads and prints wordings for one dossier, and gathers what is wrong with them."""

    def __init__(self, dossier: Dossier, kind: Kind | None) -> None:
        self.problems: list[Problem] = []
        self.insets: list[PlacedInset] = []
        self._faulty: set[Formula] = set()
        table = next((one.place.file for one in dossier.indicators.values()), "chi_tieu.csv")
        absent = absent_names(dossier, kind)
        self._known = Known(frozenset(dossier.indicators), table, NAMES, absent)
        self._values: Mapping[str, object] = values_of(dossier, kind)

    def give(self, name: str, value: object) -> None:
        """Let formulas that are printed from now on have this value for a name."""
        self._values = {**self._values, name: value}

    def read(self, text: str, place: Place, *, plain: bool = False) -> Wording:
        """The wording of a text that the author typed; not yet looked through.

        If `plain`, it will not be read as Markdown.
        """
        parsed = parse_narrative(text, place, plain=plain)
        self.problems += parsed.problems
        return parsed.wording

    def checked(self, wording: Wording) -> Wording:
        """The wording, looked through."""
        for formula, known in formulas(wording, self._known):
            found = list(check_formula(formula, known))
            if found:
                self._faulty.add(formula)
                self.problems += found
        return wording

    def printed(self, wording: Wording, *, plain: bool = False) -> str:
        """The wording's text, `…` for what cannot be printed; Markdown unless `plain`."""
        result = print_wording(wording, self._values, plain=plain, faulty=self._faulty)
        self.problems += result.problems
        return result.text

    def passage(self, wording: Wording) -> str:
        """As `printed`, of a text in which charts and tables may stand."""
        result = print_wording(wording, self._values, faulty=self._faulty, insets=self.insets)
        self.problems += result.problems
        return result.text

    def told(self) -> list[Problem]:
        """What is wrong so far.

        Of formulas that need what the dossier leaves out (`ky`) only the first of each name is
        told: one key mends them all.
        """
        seen: set[str] = set()
        kept = []
        for problem in self.problems:
            if problem.code != ABSENT or problem.message not in seen:
                kept.append(problem)
            seen.add(problem.message)
        return kept
