"""Findings and rules as data: what a rule is, and what it says of a document."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checks.composing import as_typed
from reportgen.checks.manuscript import Passage
from reportgen.document.origins import Origin
from reportgen.problems import Severity

if TYPE_CHECKING:
    from reportgen.checks.subject import Subject

_AROUND = 40  # characters of context on either side, at most


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    `message` says what is wrong, `why` the clause or the arithmetic, `hint` how to mend it, all in
    Vietnamese. `start` and `end` are offsets in the passage's text; without a passage the finding
    is about the document (or about `place`). `heading` is what it stands under, as one cites it
    (`mục I.4.a`); checking fills it in.
    """

    code: str
    severity: Severity
    message: str
    why: str = ""
    hint: str = ""
    passage: Passage | None = None
    start: int = 0
    end: int = 0
    place: Origin | None = None
    heading: str = ""

    @property
    def origin(self) -> Origin | None:
        """Where to look: the place given, else where the passage came from."""
        return self.place or (self.passage.origin if self.passage else None)

    @property
    def quote(self) -> str:
        """The words that the finding is about, as typed; "" where it is about no words."""
        return as_typed(self.passage, self.start, self.end) if self.passage else ""

    @property
    def context(self) -> tuple[str, str]:
        """The whole words just before and just after the quote, as typed."""
        if self.passage is None:
            return "", ""
        begin, end = self.start - _AROUND, self.end + _AROUND
        before = as_typed(self.passage, max(0, begin), self.start)
        after = as_typed(self.passage, self.end, end)
        if begin > 0:
            before = before.partition(" ")[2] or before
        if end < len(self.passage.text):
            after = after.rpartition(" ")[0] or after
        return before, after


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it looks for (`title`), why, one example of wrong and of right, the check.

    `severity` is what its findings weigh unless one says otherwise.
    """

    code: str
    title: str
    severity: Severity
    why: str
    wrong: str
    right: str
    check: "Callable[[Subject], Iterable[Finding]]"

    def at(  # noqa: PLR0913  (what a finding is made of)
        self,
        passage: Passage,
        start: int,
        end: int,
        message: str,
        hint: str = "",
        *,
        why: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule about `passage.text[start:end]`; `why` in place of the rule's."""
        chosen = severity or self.severity
        return Finding(self.code, chosen, message, why or self.why, hint, passage, start, end)

    def about(
        self,
        message: str,
        hint: str = "",
        *,
        place: Origin | None = None,
        why: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule about the document, or about a place in it."""
        chosen = severity or self.severity
        return Finding(self.code, chosen, message, why or self.why, hint, place=place)
