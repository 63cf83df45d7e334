"""Patterns that are tried only on texts that can hold a match of theirs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and pieces of which each match of it holds one; small letters where case is free.

    Python tries a pattern that begins with no fixed letter at every letter of the text; whether
    the text has a piece it tells a hundred times sooner.
    """

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]
    ignores_case: bool = False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def may_be_in(self, text: str) -> bool:
        """Whether the text has one of the pieces."""
        where = text.lower() if self.ignores_case else text
        for piece in self.pieces:  # noqa: SIM110 - `any` takes four times as long
            if piece in where:
                return True
        return False


def sought(pattern: str, *pieces: str, flags: re.RegexFlag = re.NOFLAG) -> Sought:
    """The pattern, and the pieces of which each match of it holds one (`Sought`)."""
    return Sought(re.compile(pattern, flags), pieces, re.IGNORECASE in flags)
