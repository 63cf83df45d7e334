"""What YAML quietly takes away from a typed value: text after `#`, backslashes in double quotes."""

import re
from collections.abc import Iterator

import yaml

from reportgen.dossier.files import UNPRINTABLE
from reportgen.problems import Place, Problem, Severity

_COMMENT = re.compile(r"(?P<space>[ \t]+)#(?P<comment>.*)")
_ITEM = re.compile(r"[-+](\s|[^\W\d])")
_DRIVE = re.compile(r"(?<!\w)[A-Za-z]:(?P<escape>\\[^\\])")
_BACKSLASH = "viết \\\\ cho một dấu \\, hoặc dùng dấu nháy đơn, hoặc khối chữ |"


def swallowed(event: yaml.ScalarEvent, text: str, place: Place) -> Iterator[Problem]:
    """What a scalar of `text` does not say though it was typed.

    HS021 (warning) text after `#`, HS022 (error) backslashes, HS023 lines that YAML joins.
    """
    if event.start_mark is None or event.end_mark is None:
        return
    start, end = event.start_mark.index, event.end_mark.index
    if not event.style or event.style == ">":
        yield from _joined(text[start:end], place)
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


def _joined(raw: str, place: Place) -> Iterator[Problem]:
    """Items that become one paragraph: `-Một` (a list without spaces), or wording without `|`."""
    lines = [line.strip() for line in raw.split("\n")]
    items = [line for line in lines if _ITEM.match(line)]
    if len(lines) < 2 or not items:
        return
    if re.match(r"-\S", lines[0]):
        message = "danh sách thiếu dấu cách sau dấu “-”, YAML nối các mục thành một đoạn"
        yield Problem("HS023", message, place, f"gõ “- {lines[0][1:]}”, mỗi mục một dòng")
    else:
        message = f"YAML nối dòng “{items[0][:40]}” vào dòng trên thành một đoạn"
        hint = "muốn mỗi dòng một đoạn thì gõ | sau khoá rồi xuống dòng, thụt vào"
        yield Problem("HS023", message, place, hint, Severity.WARNING)
