"""SL066: figures without a source, where the template or the dossier asks for one."""

from collections.abc import Iterator

from reportgen.checks.data.declared import declared
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_NAMED = 10


def _check(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    if rules is None or not rules.sources_required:
        return
    without = [one for one in rules.indicators.values() if not one.nguon]
    if without:
        named = ", ".join(one.ma for one in without[:_NAMED])
        more = f" và {len(without) - _NAMED} chỉ tiêu khác" if len(without) > _NAMED else ""
        yield RULE.about(
            f"{len(without)} chỉ tiêu chưa ghi nguồn: {named}{more}",
            "điền cột nguon: đơn vị cung cấp số liệu",
            place=without[0].place,
        )


RULE = Rule(
    "SL066",
    "chỉ tiêu chưa ghi nguồn",
    Severity.WARNING,
    "mẫu hoặc hồ sơ khai nguon_bat_buoc: mỗi số phải có nơi cung cấp để hỏi lại khi cần",
    "nguon_bat_buoc: có; dòng can_cuoc để trống cột nguon",
    "nguon_bat_buoc: có; dòng can_cuoc ghi nguồn Công an tỉnh",
    _check,
)
