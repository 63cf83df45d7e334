"""Tracked changes read as rejected, whose they are, and the words that comments are about."""

from datetime import UTC, datetime

import pytest
from support.word_files import docx, p, r

from reportgen.readers.word import Tracked, read_word
from reportgen.readers.word.model import Revised, WordFile, WordTable

_BY = 'w:id="1" w:author="Chánh Văn phòng" w:date="2025-09-20T08:30:00Z"'


def _read(body: str, tracked: Tracked = Tracked.REJECTED, **parts: str) -> WordFile:
    return read_word(docx(body, **parts), "vb.docx", tracked=tracked)


def _texts(body: str, tracked: Tracked, **parts: str) -> list[str]:
    return [one.text for one in _read(body, tracked, **parts).paragraphs()]


def _ins(inside: str) -> str:
    return f"<w:ins {_BY}>{inside}</w:ins>"


def _del(text: str) -> str:
    return f"<w:del {_BY}><w:r><w:delText xml:space='preserve'>{text}</w:delText></w:r></w:del>"


def _marked(name: str, inside: str) -> str:
    return f"<w:p><w:pPr><w:rPr><w:{name} {_BY}/></w:rPr></w:pPr>{inside}</w:p>"


_CHANGED = f"<w:p>{r('Có ')}{_ins(r('15'))}{_del('12')}{r(' hồ sơ')}</w:p>"


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (_CHANGED, ["Có 15 hồ sơ"], ["Có 12 hồ sơ"]),
        (
            p("một") + _marked("ins", _ins(r("chen giữa"))) + p("hai"),
            ["một", "chen giữa", "hai"],
            ["một", "hai"],
        ),
        (
            p("một") + _marked("del", _del("bỏ đi")) + p("hai"),
            ["một", "hai"],
            ["một", "bỏ đi", "hai"],
        ),
        (_marked("del", r("nối ")) + p("liền"), ["nối liền"], ["nối ", "liền"]),
        (_marked("ins", r("tách ")) + p("ra"), ["tách ", "ra"], ["tách ra"]),
        (
            f"<w:p><w:moveFrom {_BY}>{r('đi')}</w:moveFrom>{r('ở')}</w:p>"
            f"<w:p>{r('lại')}<w:moveTo {_BY}>{r('đi')}</w:moveTo></w:p>",
            ["ở", "lạiđi"],
            ["điở", "lại"],
        ),
        (f"<w:p>{_ins(_del('gõ rồi xoá') + r('giữ'))}</w:p>", ["giữ"], [""]),
    ],
)
def test_changes_are_taken_as_accepted_or_as_rejected(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    assert _texts(body, Tracked.ACCEPTED) == accepted
    assert _texts(body, Tracked.REJECTED) == rejected


def test_rows_that_were_put_in_are_gone_and_those_taken_out_are_back() -> None:
    def row(text: str, mark: str = "") -> str:
        marks = f"<w:trPr><w:{mark} {_BY}/></w:trPr>" if mark else ""
        return f"<w:tr>{marks}<w:tc>{p(text)}</w:tc><w:tc>{p('x')}</w:tc></w:tr>"

    body = f"<w:tbl>{row('cũ')}{row('mới', 'ins')}{row('bỏ', 'del')}</w:tbl>"

    def firsts(tracked: Tracked) -> list[str]:
        (table,) = _read(body, tracked).blocks
        assert isinstance(table, WordTable)
        return [next(iter(_paragraph_texts(table, index))) for index in range(len(table.rows))]

    def _paragraph_texts(table: WordTable, index: int) -> list[str]:
        return [one.text for one in table.rows[index][0].blocks if not isinstance(one, WordTable)]

    assert firsts(Tracked.ACCEPTED) == ["cũ", "mới"]
    assert firsts(Tracked.REJECTED) == ["cũ", "bỏ"]


def test_a_note_that_was_put_in_is_gone_with_its_mark() -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    note = f"<w:footnote w:id='2'><w:p>{_ins(r('Mới'))}</w:p></w:footnote>"
    body = f"<w:p>{r('Chữ')}{_ins(mark)}</w:p>"
    found = _read(body, footnotes=note)
    assert [run.note for one in found.paragraphs() for run in one.runs] == [None]
    assert _read(body, Tracked.ACCEPTED, footnotes=note).notes[0].number == 1


@pytest.mark.parametrize("tracked", list(Tracked))
def test_it_is_told_who_changed_what_and_when(tracked: Tracked) -> None:
    found = _read(p("đầu") + _CHANGED, tracked)
    when = datetime(2025, 9, 20, 8, 30, tzinfo=UTC)
    assert [(one.kind, one.text, one.paragraph) for one in found.revisions] == [
        (Revised.INSERTED, "15", 2),
        (Revised.DELETED, "12", 2),
    ]
    assert {(one.author, one.date) for one in found.revisions} == {("Chánh Văn phòng", when)}
    assert found.tracked


def test_a_comment_says_which_words_it_is_about_and_whether_it_is_settled() -> None:
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    body = (
        f"<w:p>{r('Có ')}<w:commentRangeStart w:id='4'/>{r('12 hồ')}{r(' sơ')}"
        "<w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/></w:r>"
        f"{r(' mới')}</w:p><w:p>{r('Hết')}<w:r><w:commentReference w:id='5'/></w:r></w:p>"
    )
    comments = "".join(
        f"<w:comment w:id='{number}' {_BY.split(' ', 1)[1]}>"
        f"<w:p {w14} w14:paraId='0000000{number}'>{r(text)}</w:p></w:comment>"
        for number, text in ((4, "Rà lại"), (5, "Đã sửa"))
    )
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    extended = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000005" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000004" w15:done="0"/></w15:commentsEx>'
    )
    data = docx(
        body,
        comments=comments,
        relations={"ext": ("commentsExtended", "commentsExtended.xml")},
        extra={"word/commentsExtended.xml": extended.encode()},
    )
    found = read_word(data, "vb.docx").comments
    assert [(one.text, one.anchor, one.paragraph, one.resolved) for one in found] == [
        ("Rà lại", "12 hồ sơ", 1, False),
        ("Đã sửa", "", 2, True),
    ]
