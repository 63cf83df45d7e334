"""Rules as they are read up: one in a list, one at length, one for a program."""

from textwrap import indent

from reportgen.checks.finding import Rule


def rule_lines(rule: Rule) -> str:
    """A rule in the list: code, severity, title; one example each of wrong and of right."""
    wrong, right = (" / ".join(text.split("\n")) for text in (rule.wrong, rule.right))
    return f"{rule.code}  {rule.severity}: {rule.title}\n  Sai:  {wrong}\n  Đúng: {right}"


def rule_page(rule: Rule) -> str:
    """A rule at length, with what to do where it is wrong for once."""
    return "\n".join(
        (
            f"{rule.code} – {rule.title} (mức: {rule.severity})",
            "",
            f"Vì sao: {rule.why}",
            "",
            "Sai:",
            indent(rule.wrong, "  "),
            "",
            "Đúng:",
            indent(rule.right, "  "),
            "",
            "Nếu chỗ được nêu vẫn đúng, ghi trong hồ sơ:",
            "  bo_qua:",
            f"    - ma: {rule.code}",
            "      ly_do: vì sao chỗ này đúng",
            "      doan: mấy chữ của đoạn đó",
        )
    )


def rule_values(rule: Rule) -> dict[str, str]:
    """A rule for programs."""
    return {
        "code": rule.code,
        "severity": rule.severity.name.lower(),
        "title": rule.title,
        "why": rule.why,
        "wrong": rule.wrong,
        "right": rule.right,
    }
