"""All rules there are, and those of them that somebody wants."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reportgen.checks import data, figures, layout, wording
from reportgen.checks.finding import Rule
from reportgen.dossier.spelling import nearest

_PREFIX = re.compile(r"[A-Z]+\d*")


class UnknownRule(LookupError):  # noqa: N818 - the name says what is wrong
    """No rule has this code or prefix; `near` is what was probably meant, or None."""

    def __init__(self, code: str, near: str | None) -> None:
        self.code = code
        self.near = near
        hint = f"; ý bạn là {near}?" if near else "; xem các mã bằng: reportgen rules"
        super().__init__(f"không có quy tắc “{code}”{hint}")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    families = (figures.RULES, data.RULES, wording.RULES, layout.RULES)
    return tuple(sorted((rule for rules in families for rule in rules), key=_code))


def rule_of(code: str) -> Rule:
    """The rule of that code, capitals or not; raises UnknownRule."""
    wanted = code.strip().upper()
    found = next((rule for rule in all_rules() if rule.code == wanted), None)
    if found is None:
        raise UnknownRule(code.strip(), _near(wanted))
    return found


def select_rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code begins with one of `select` (all where empty) and none of `ignore`.

    Raises UnknownRule for what no code begins with.
    """
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return tuple(
        rule
        for rule in all_rules()
        if (not wanted or rule.code.startswith(wanted)) and not rule.code.startswith(unwanted)
    )


def _prefixes(given: Iterable[str]) -> tuple[str, ...]:
    prefixes = tuple(prefix for one in given if (prefix := one.strip().upper()))
    for prefix in prefixes:
        known = any(rule.code.startswith(prefix) for rule in all_rules())
        if not (known and _PREFIX.fullmatch(prefix)):
            raise UnknownRule(prefix, _near(prefix))
    return prefixes


def _near(code: str) -> str | None:
    return nearest(code, [rule.code for rule in all_rules()])


def _code(rule: Rule) -> str:
    return rule.code
