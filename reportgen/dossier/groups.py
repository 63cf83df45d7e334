"""Groups of recipients: each name in a list of recipients replaced by those of the group."""

from collections.abc import Iterator, Mapping, Sequence

from reportgen.dossier.profile import Recipient
from reportgen.dossier.spelling import meant
from reportgen.dossier.tree import YamlMap, YamlNode, find
from reportgen.problems import Problem

Groups = Mapping[str, tuple[Recipient, ...]]


def spread(
    recipients: Sequence[Recipient], groups: Groups, typed: YamlNode, problems: list[Problem]
) -> tuple[Recipient, ...]:
    """The recipients with every group in its place; `typed` is the list as YAML holds it.

    Adds HS024 for a group that is not there.
    """
    return tuple(
        one
        for index, recipient in enumerate(recipients)
        for one in _members(recipient, groups, find(typed, (index,))[1], problems)
    )


def check_groups(groups: Groups, typed: YamlNode, problems: list[Problem]) -> None:
    """Add HS024 for each group that names another one."""
    for name, members in groups.items():
        for index, member in enumerate(members):
            if member.nhom is not None:
                message = f"nhóm nơi nhận “{name}” gọi một nhóm khác"
                place = find(typed, (name, index))[0]
                problems.append(Problem("HS024", message, place, "ghi thẳng tên các nơi nhận"))


def _members(
    recipient: Recipient, groups: Groups, typed: YamlNode, problems: list[Problem]
) -> Iterator[Recipient]:
    if recipient.nhom is None:
        yield recipient
    elif recipient.nhom in groups:
        yield from groups[recipient.nhom]
    else:
        place = find(typed, ("nhom",))[0] if isinstance(typed, YamlMap) else typed.place
        message = f"không có nhóm nơi nhận “{recipient.nhom}”"
        hint = meant(recipient.nhom, groups) if groups else "thêm nhom_noi_nhan vào don_vi.yaml"
        problems.append(Problem("HS024", message, place, hint))
