"""What keeps a formula from having a value."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.problems import Place


@dataclass(frozen=True, slots=True)
class Trouble:
    """Code, message and hint in Vietnamese; `place` where it is not the formula's own."""

    code: str
    message: str
    hint: str = ""
    place: Place | None = None


class Fault(Exception):  # noqa: N818 - it may hold several
    """A formula without a value, and all that is wrong with it."""

    def __init__(self, troubles: Iterable[Trouble]) -> None:
        self.troubles = tuple(troubles)
        super().__init__("; ".join(one.message for one in self.troubles))


def fault(code: str, message: str, hint: str = "", place: Place | None = None) -> Fault:
    """A Fault of one thing."""
    return Fault([Trouble(code, message, hint, place)])
