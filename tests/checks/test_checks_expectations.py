"""What the clerk wrote down stands in the originals; their Word files hold every word of them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.docx_parts import Docx, W, find, text
from support.expectations import Expected, Judged, judge, places_of
from support.originals import ORIGINALS, Original, original_document, original_docx, original_text
from support.originals_by_pandoc import pandoc_docx

from reportgen.checks.finding import Finding
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.reading import manuscript_of
from reportgen.problems import Severity

EACH = pytest.mark.parametrize("original", ORIGINALS, ids=lambda original: original.name)


@EACH
def test_every_expectation_stands_in_its_document(original: Original) -> None:
    passages = manuscript_of(original_document(original)).passages
    expected = original.findings
    must = (
        ({**place, "in": place["words"]} if place is slip and "in" not in place else place)
        for slip in expected["must"]
        for place in slip.get("places", [slip])
    )
    strayed = [
        place
        for place in (*must, *_others(expected))
        for count in [len(places_of(place, passages))]
        if count == 0 or ("in" in place and count > 1)
    ]
    assert strayed == []


@EACH
def test_a_slip_that_must_be_found_says_where_and_why(original: Original) -> None:
    for slip in original.findings["must"]:
        assert {"at", "family", "kind", "severity", "why"} <= slip.keys()
        assert slip["severity"] in list(Severity)


@EACH
def test_the_word_file_of_an_original_holds_every_word_and_native_notes(original: Original) -> None:
    _assert_whole(original, Docx(original_docx(original)))


@EACH
def test_the_file_by_pandoc_holds_every_word_and_native_notes(
    original: Original, tmp_path: Path
) -> None:
    _assert_whole(original, Docx(pandoc_docx(original, tmp_path).read_bytes()))


def test_a_finding_that_takes_in_half_a_page_does_not_count_as_found() -> None:
    passage = _passage("x" * 100 + " đạt 90.31% " + "y" * 100)
    slip = {"words": "90.31%", "at": "I.6", "family": "SL", "why": ""}
    found = Finding("SL001", Severity.ERROR, "", passage=passage, start=105, end=111)
    vague = Finding("SL001", Severity.ERROR, "", passage=passage, start=0, end=212)
    assert _judge(passage, [found], must=[slip]) == Judged((), (), (), ())
    judged = _judge(passage, [vague], must=[slip])
    assert judged.missed
    assert judged.others


def test_a_slip_told_twice_and_one_of_another_family_are_told_apart() -> None:
    passage = _passage("Đã cấp đạt tỷ lệ 90.31% trong kỳ.")
    slip = {"words": "90.31%", "at": "I.6", "family": "SL", "why": ""}
    found = Finding("SL001", Severity.ERROR, "", passage=passage, start=17, end=23)
    again = Finding("SL003", Severity.ERROR, "", passage=passage, start=17, end=19)
    other = Finding("VB041", Severity.ERROR, "", passage=passage, start=17, end=23)
    assert len(_judge(passage, [found, again], must=[slip]).told_twice) == 2
    assert len(_judge(passage, [found, other], must=[slip]).others) == 1


def test_a_finding_about_the_whole_document_counts_by_the_words_it_names() -> None:
    passage = _passage("Tỉ lệ và tỷ lệ.")
    slip = {"places": [{"words": "tỷ lệ"}], "at": "I", "family": "VB", "why": ""}
    found = Finding("VB060", Severity.ADVICE, "“tỷ lệ” 1 lần, “tỉ lệ” 1 lần")
    assert _judge(passage, [found], must=[slip]) == Judged((), (), (), ())


def test_words_that_are_right_are_hit_by_a_finding_of_the_family_alone() -> None:
    passage = _passage("Đã có 64/64 xã, phường.")
    trap = {"words": "64/64", "family": "SL"}
    figure = Finding("SL003", Severity.ERROR, "", passage=passage, start=6, end=11)
    wording = Finding("VB041", Severity.ERROR, "", passage=passage, start=6, end=11)
    assert len(_judge(passage, [figure], must_not=[trap]).wrong) == 1
    assert _judge(passage, [wording], must_not=[trap]).wrong == ()


def _judge(
    passage: Passage,
    findings: list[Finding],
    must: list[Expected] | None = None,
    must_not: list[Expected] | None = None,
) -> Judged:
    expected = {"must": must or [], "may": {}, "must_not": must_not or []}
    return judge(findings, [passage], expected)


def _passage(text: str) -> Passage:
    return Passage(0, text, Part.BODY, "body")


def _others(expected: Expected) -> Iterator[Expected]:
    for places in expected["may"].values():
        yield from places or []
    yield from expected["must_not"]


def _assert_whole(original: Original, docx: Docx) -> None:
    notes = docx.part("word/footnotes.xml") if "word/footnotes.xml" in docx.names() else None
    parts = [docx.body] if notes is None else [docx.body, notes]
    have = Counter(word for part in parts for p in part.iter(f"{W}p") for word in _words(text(p)))
    assert Counter(_words(original_text(original))) - have == Counter()
    references = find(docx.body, "//w:footnoteReference")
    written = re.findall(r"(?m)^\[\^\d+\]:", original.markdown.read_text(encoding="utf-8"))
    assert len(references) == len(written)


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", line))
