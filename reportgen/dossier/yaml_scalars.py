"""What YAML quietly takes away from a typed value: text after `#`, backslashes in double quotes."""

import re
from collections.abc import Iterator

import yaml

from reportgen.dossier.files import UNPRINTABLE
from reportgen.problems import Place, Problem, Severity

_COMMENT = re.compile(r"(?P<space>[ \t]+)#(?P<comment>.*)")
_DRIVE = re.compile(r"(?<!\w)[A-Za-z]:(?P<escape>\\[^\\])")
_BACKSLASH = "viết \\\\ cho một dấu \\, hoặc dùng dấu nháy đơn, hoặc khối chữ |"


def swallowed(event: yaml.ScalarEvent, text: str, place: Place) -> Iterator[Problem]:
    """What a scalar of `text` does not say though it was typed: HS021 (warning), HS022 (error)."""
    if event.start_mark is None or event.end_mark is None:
        return
    start, end = event.start_mark.index, event.end_mark.index
    if event.style == '"':
        yield from _escaped(text[start:end], event.value, place)
    elif not event.style and start < end:
        cut = _COMMENT.match(text, end)
        if cut and _is_wording(event.value, cut):
            lost = f"#{cut['comment']}".rstrip()
            message = f"“{lost}” đứng sau dấu cách và dấu # nên bị coi là ghi chú, không được in"
            hint = (
                "nếu là chữ cần in thì đặt cả giá trị trong dấu nháy kép; "
                "nếu là ghi chú thì để hai dấu cách trước “# ”"
            )
            yield Problem("HS021", message, place, hint, Severity.WARNING)


def _is_wording(value: str, cut: re.Match[str]) -> bool:
    """Whether what was cut off looks like wording: `#1`, or one space and `#` in a sentence."""
    return cut["comment"][:1].strip() != "" or (cut["space"] == " " and " " in value)


def _escaped(raw: str, value: str, place: Place) -> Iterator[Problem]:
    if sign := UNPRINTABLE.search(value):
        message = (
            f"trong dấu nháy kép, dấu \\ ở đây tạo ra ký tự không in được U+{ord(sign[0]):04X}"
        )
        yield Problem("HS022", message, place, _BACKSLASH)
    elif drive := _DRIVE.search(raw):
        message = (
            f"trong dấu nháy kép, “{drive['escape']}” không phải là dấu \\ và một chữ: "
            "đường dẫn này sẽ in sai"
        )
        yield Problem("HS022", message, place, _BACKSLASH)
