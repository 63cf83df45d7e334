"""What an indicator is called: a phrase that a clerk recognises, from the words around a figure."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.roundtrip.figures.counted import counted, is_measure
from reportgen.roundtrip.figures.leads import BEGINS_VERB, Lead, before
from reportgen.roundtrip.figures.phrases import (
    ONE_NAME,
    STOP,
    capitalised,
    cleaned,
    closed,
    is_of_period,
    readable,
    shortened,
    size,
    tidy,
    uncapitalised,
)
from reportgen.roundtrip.figures.statements import Statement

_MOST = 16  # words of a name
_TELLING = 5  # words that make a name by themselves
_LONGEST_TOPIC = 400  # signs
_LISTED = 5  # words of a name that stands in a list of bodies, each with its figure
_FIGURE = re.compile(r"(?:\s+(?:đạt|có|là))?\s+[0-9][0-9.,]*(?:[/%]|(?<=[0-9]{3})(?![0-9])).*")
_BODY = re.compile(
    r"(?:sở|ban|bộ|công an|thuế|ubnd|ủy ban|uỷ ban|huyện|xã|phường|thành phố|đặc khu|tòa|toà|viện"
    r"|văn phòng|thanh tra|chi cục|bảo hiểm xã hội|kho bạc)(?!\w)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\A(?P<verb>.*\S)\s+(?P<noun>(?:tổng )?(?:số tiền|kinh phí|giá trị|vốn))\Z")
_RATE = re.compile(r"t[ỷỉ] lệ\s", re.IGNORECASE)
_ITEM = r"\([0-9a-zđ]{1,2}\)(?=\s)|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾"
_SENTENCE = re.compile(rf"[.;]\s|\n|{_ITEM}")
_CLAUSE = re.compile(rf"[.;)]\s|\n|{_ITEM}")
_TOPIC_END = re.compile(
    r",|\(|:|\s[-–]\s|(?<!\w)(?:nhân dịp|trên|theo|để|đối với|tại|trong|phục vụ|đã|được|là|do|với)"
    r"(?!\w)"
)
_TOPIC_VERB = re.compile(
    r"\A(?:triển khai(?: thực hiện)?|tiếp tục|thực hiện|tổ chức|đẩy mạnh|công tác"
    r"|về|việc|duy trì)\s+",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[()]|(?<!\w)(?:trong đó|gồm|cụ thể)(?!\w)|\.\s|\n")
_LAST_ACT = re.compile(
    r"(?<!\w)(?:số h[óo][áa]|cung cấp|cắt giảm|tái cấu trúc|chuẩn h[óo][áa]|cấp|xử lý|giải quyết"
    r"|tiếp nhận|kết nối|tích hợp|giảm|tăng|ban hành|cập nhật|triển khai|hoàn thành|thực hiện"
    r"|phấn đấu|thu nhận|kích hoạt|sử dụng|thanh toán|chi trả)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """`own` is what the figure's own words say, `of` what it is part of or told under.

    `more` is told only where another figure has the same name; `period` where the words say that
    only this period is meant.
    """

    own: str
    of: str = ""
    more: str = ""
    period: bool = False

    @property
    def text(self) -> str:
        """The name as it stands in the column `ten`."""
        parts = [self.own, *(uncapitalised(one) for one in (self.of,) if one)]
        return capitalised(", ".join([*parts, *(["trong kỳ"] if self.period else [])]))

    @property
    def as_rate(self) -> "Name":
        """The name of the percentage that is told beside the figure."""
        return replace(self, own=f"Tỷ lệ {uncapitalised(self.own)}")

    @property
    def fuller(self) -> "Name":
        """The name with all that is known."""
        return replace(self, of=self.of or self.more, more="")


def names(text: str, found: Sequence[Statement], context: str = "") -> tuple[Name | None, ...]:
    """The names of the statements of a text; None where no word tells what a figure is.

    `context` is what the text stands under: the title of its section, of its row and column.
    """
    namer = _Namer(text, context)
    ends = (*(one.start for one in found[1:]), len(text))
    return tuple(namer.name(one, end) for one, end in zip(found, ends, strict=False))


class _Namer:
    """One walk over a text, from figure to figure."""

    def __init__(self, text: str, context: str) -> None:
        self.text = text
        self.context = cleaned(context)
        self.sentences = [0, *(end.end() for end in _SENTENCE.finditer(text))]
        item = re.search(_ITEM, text)
        intro = text[: item.start()].rstrip() if item else ""
        self.intro = cleaned(re.split(r"[.;]\s", intro)[-1]) if intro.endswith(":") else ""
        self.done = 0  # up to where words belong to the figures before
        self.parents: list[tuple[str, Name | None]] = []  # by the word or bracket that opened them
        self.last: Name | None = None

    def name(self, one: Statement, following: int) -> Name | None:
        lead = self.text[self.done : one.start]
        after, after_end = self.after(_quantity_end(one), max(following, one.end))
        parent = self.parent(lead)
        self.done = max(one.end, after_end)
        unit = counted(self.text, one.figures)
        phrase = before(lead)
        own = shortened(_own(one, phrase, after, unit), _MOST)
        if one.part is None and not own and self.last is not None and not parent:
            return self.last.as_rate
        topic = self.topic(one.start, own)
        above = parent.own if parent is not None else ""
        if phrase.label and not above and phrase.label.lower() not in own.lower():
            above = phrase.label
        period = is_of_period(_CLAUSE.split(lead)[-1]) or bool(parent and parent.period)
        if period and not above and self.last is not None and size(own) < 3:
            above = self.last.own
        enough = _TELLING + (2 if own.startswith("Tỷ lệ") else 0)
        of = (above or topic) if size(own) < enough else ""
        if parent is not None and unit and unit.lower() not in own.lower() and _is_listed(own):
            of = above
        if of.lower().startswith(own.lower()):
            own, of = capitalised(of), ""
            own = f"Tỷ lệ {uncapitalised(own)}" if own and one.part is None else own
        own, of = readable(own), readable(of)
        if not any(sign.isalpha() for sign in own):
            return None
        more = next(
            (readable(one) for one in (above, topic) if one and one.lower() not in own.lower()), ""
        )
        self.last = Name(own, "" if of.lower() in own.lower() else of, more, period)
        return self.last

    def after(self, end: int, following: int) -> tuple[str, int]:
        """The words after a figure that say what it counts, and where they end."""
        at = end
        while stop := STOP.search(self.text, at, following):
            words = tidy(self.text[end : stop.start()])
            if not self.goes_on(stop, words, following):
                return words, stop.start()
            at = stop.end() if stop[0] != "(" else self.text.index(")", stop.end()) + 1
        if following == len(self.text):
            return tidy(self.text[end:]), following
        words = _cut_before_next(self.text[end:following])
        return words, end + len(words) + 1 if words else end

    def goes_on(self, stop: re.Match[str], words: str, following: int) -> bool:
        """Whether what counts goes on after a comma or a bracket."""
        rest = self.text[stop.end() : following]
        if stop[0] == "(":
            _, closing, more = rest.partition(")")
            return bool(closing) and size(words) <= 3 and bool(re.match(r"\s+[a-zà-ỹđ]", more))
        if stop[0] != "," or not words:
            return False
        last = " ".join(words.split()[-2:])
        if ONE_NAME.search(f"{last}{self.text[stop.start() : stop.start() + 24]}"):
            return True
        further = re.match(r"\s+[a-zà-ỹđ]+\s+[a-zà-ỹđ]+[^,;.:()]{0,60}", rest)
        if further is None or (size(words) > 2 and not words.endswith("triển khai")):
            return False
        return not BEGINS_VERB.match(rest.strip()) and "đạt" not in further[0]

    def parent(self, lead: str) -> Name | None:
        """The figure before that this one is a part of: in brackets, or after `trong đó`, `gồm`."""
        begin = 0
        for sign in _SIGNS.finditer(lead):
            word = sign[0].lower()
            if word == "(":
                label = before(lead[begin : sign.start()]).words
                inside = cleaned(lead[sign.end() :].partition(")")[0])
                above = self.parents[-1][1] if self.parents else None
                if not label:
                    above = self.last
                elif inside:
                    above = Name(capitalised(label))
                self.parents.append((word, above))
            elif word == ")":
                while self.parents and self.parents.pop()[0] != "(":
                    pass
            elif word.strip() in (".", ""):
                self.parents.clear()
            elif (
                self.parents
                and self.parents[-1][0] == "("
                and not lead[begin : sign.start()].strip()
            ):
                pass
            elif self.last is not None and not any(one[0] == word for one in self.parents):
                self.parents.append((word, self.last))
            begin = sign.end()
        return self.parents[-1][1] if self.parents else None

    def topic(self, start: int, own: str) -> str:
        """What the sentence is about, else what the text stands under."""
        begin = self.sentences[bisect_right(self.sentences, start) - 1]
        sentence = self.text[begin : min(start, begin + _LONGEST_TOPIC)]
        label, colon, _ = sentence.partition(":")
        if colon and size(label) <= 24:
            told = cleaned(re.sub(r"\([^()]*\)", " ", label))
        else:
            words = cleaned(sentence)
            stop = _TOPIC_END.search(words)
            told = cleaned(words[: stop.start()] if stop else words)
        told = _TOPIC_VERB.sub("", _FIGURE.split(told)[0])
        for words in (told, self.intro, self.context):
            if size(words) >= 2 and not words[0].isdigit() and not _same(words, own):
                return capitalised(shortened(words, 10))
        return ""


def _same(words: str, own: str) -> bool:
    one, other = words.lower(), own.lower()
    return one in other or bool(own and other in one)


def _is_listed(own: str) -> bool:
    """Whether a name is short enough, or that of a body, to stand in a list with its figure."""
    return size(own) <= _LISTED or _BODY.match(own) is not None


def _quantity_end(one: Statement) -> int:
    """Where the words begin that say what is counted: after the figures, not their percentage."""
    ends = [figure.end for figure in one.figures if not figure.percent]
    return max(ends) if ends else one.end


def _cut_before_next(words: str) -> str:
    """The words up to the next figure, without those that lead up to it."""
    cut = re.split(r"(?<!\w)(?:và|tại|cho|của|là|có|với|trong|ở|từ|hoặc)(?!\w)(?=[^,]*\Z)", words)
    return tidy(cut[0] if cut[0].strip() else words)


def _own(one: Statement, phrase: Lead, after: str, unit: str) -> str:
    """The name that the words right before and right after a figure make."""
    lead = phrase.words
    if one.part is None:
        return _own_of_rate(lead, after)
    if amount := _AMOUNT.match(lead):
        return capitalised(f"{amount['noun']} {uncapitalised(amount['verb'])}")
    if one.percent is not None and one.percent.start < one.part.start:
        return phrase.full or capitalised(after)
    extra = after[len(unit) :].strip(" ,") if after.lower().startswith(unit.lower()) else after
    if unit and is_measure(unit):
        return phrase.full or capitalised(extra)
    return _own_of_count(phrase, after, extra, unit)


def _own_of_count(phrase: Lead, after: str, extra: str, unit: str) -> str:
    lead = phrase.words
    acts = bool(BEGINS_VERB.match(lead))
    if size(extra) >= 2:
        short = acts and size(lead) <= 6 and size(after) + size(lead) <= 12
        return capitalised(f"{after} ({uncapitalised(lead)})" if short else after)
    if not lead:
        return capitalised(after)
    if acts and (after or unit):
        return capitalised(f"{after or unit} {uncapitalised(lead)}")
    return phrase.full


def _own_of_rate(lead: str, after: str) -> str:
    if after and size(after) >= 1 and lead:
        acts = list(_LAST_ACT.finditer(lead))
        late = lead[acts[-1].start() :] if acts else lead
        words = f"{uncapitalised(late)} {after}" if size(late) <= 5 and acts else after
        if size(after) < 2 and not acts:
            words = lead
    else:
        words = lead or after
    if not words:
        return ""
    return capitalised(words) if _RATE.match(words) else f"Tỷ lệ {uncapitalised(closed(words))}"
