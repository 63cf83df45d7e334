"""VB044: a word or a phrase typed twice."""

import re
from collections.abc import Iterator
from operator import eq

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.sentences import just_before
from reportgen.checks.wording.words import hide_addresses, spelled_passages, word_set, words_of
from reportgen.problems import Severity
from reportgen.vietnamese import fold_tone_placement

_WORD = r"[^\W\d_]+"
_TWICE = re.compile(
    rf"(?<![\w-])({_WORD}(?: {_WORD}){{0,2}})[ \u00a0]+(\1)(?![\w-])", re.IGNORECASE
)
_REDUPLICATED = word_set(
    """
    ai ào ba bảy bần bên biêng bình bồng bốn cao cay chang chầm chăm chằm chan chín chong chơi chuồn
    con cồn cùng cười cứng dài dai dào dần dầm dâu dập dễ dìu đao đau đá đàn đâu đằng đầy đen đêm
    đêu đều điều đôi đời đu đua đùng đùa đường đứng gấp gần già gật gì giờ giống hai hàng hằng hay
    hăm hầm hây hè hiu ho hoài hơi hơn hồng hùng hui khe khoan khít khư kìn lai lam làng lắc lăm lâm
    lâng lâu liền liên linh lo lòng lơ lồ lớp lù luôn mãi man mang mau mây mấy mất mê mênh mình moi
    mong một mơ mờ mới mười mươi mỗi nào nao năm nằm nặng ngay ngày ngang ngàn ngăn ngắn nghe nghìn
    nguồn người nhà nhai nhanh nhăm nhẹ nhè nho nhỏ nhơn nhũn nôm nôn nơi nườm oai oang ong phăng
    phây phơi phừng quanh quen rang rành rau rần rầm rẫy rì rìa riêng rõ ròng rộn rời rối rưng rười
    sa sáng sau san sang sát sáu sâu sầm se song sớm sôi sừng tám tà tay tàng tăm tằm tênh thang
    thành thăm thẳng thấp thi thì thỉnh thoang thôi thon thơm thui thuở thường tỉ tỷ tiếng tím tình
    tí to toàn trai trăm trắng triền triệu tròn trơ trơn tròng trừng từ từng tươi tương uể ươn
    vài vàng vành van vang văng vắng vần vẫn vèo vẹn viên vui vù vừa vững xa xam xanh xăm xâm xin
    xinh xom xuôi xưng yên ý êm ôm ồm ơi à ạ ù ừ oa hờ phập khao khép lơn thoai hun hút đẹp chi chít
    bướm bơ bự cào cát chè chó chú cô cậu bà ông bác bé búp dượng dì mẹ bố cha má anh chị em nhân
    là sự quốc minh năng hương thu huyền hoa lan mai ngọc phương yến vân tuyền quỳnh châu bích thảo
    """
)
"""Words that Vietnamese says twice on purpose, and those whose meaning may stand twice in a row
(`trong vòng năm năm`, `nhà nhà`, names)."""
_FUNCTION_WORDS = word_set(
    """
    và của các những được trong cho với về tại theo để đến đã đang sẽ cũng này khi như nhưng hoặc do
    trên không có mà thì rằng nếu vì bởi từ là một mọi mỗi đối việc cần phải
    chưa tuy
    """
)
"""Words that begin no compound, so that what follows them twice was typed twice."""
_COMPOUNDS = {
    "do": "tự lý", "theo": "tiếp kèm", "tại": "hiện tồn thực", "trên": "nêu bên phía cấp",
    "không": "hàng chân đường trên", "có": "nếu hiện sẵn vốn", "việc": "công làm sự",
    "được": "đạt nhặt nhìn nghe đo tính thu nhận làm bán", "đối": "tương tuyệt phản cân",
}  # fmt: skip
"""Function words that end a compound after one of these: `hiện tại tại`, `quyền tự do do`."""
_HOMONYMS = frozenset(
    ("tổ chức", "quản lý", "quy định", "báo cáo", "công tác", "giám sát", "xuất bản", "kế toán")
) | word_set("bản cấp công hình hợp luật phần thống tiếp vi tê kền hội đầu chức kế chính")
"""Words that may stand before themselves in another sense: `các tổ chức tổ chức …`, `một phần
phần vốn`."""
_SHORTEST = 2
_MOST_WORDS = 3
_BEFORE = re.compile(rf"({_WORD})[ \u00a0]$")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in spelled_passages(subject.manuscript):
        if _repeats(words_of(fold_tone_placement(passage.text))):
            yield from _in(passage)


def _repeats(words: tuple[str, ...]) -> bool:
    """Whether up to three words stand twice in a row, whatever is between them."""
    return any(
        b"\1" * count in bytes(map(eq, words, words[count:]))  # as many in a row are the same
        for count in range(1, _MOST_WORDS + 1)
    )


def _in(passage: Passage) -> Iterator[Finding]:
    text = hide_addresses(fold_tone_placement(passage.text))
    for match in _TWICE.finditer(text):
        first, second = match[1], match[2]
        if _is_meant(first, second) or _is_apart(text, match):
            continue
        words = passage.text[match.start(1) : match.end(1)]
        repeated = f"“{words}” gõ hai lần liền nhau"
        yield RULE.at(passage, match.start(), match.end(), repeated, f"bỏ bớt một lần “{words}”")


def _is_meant(first: str, second: str) -> bool:
    words = first.lower().split()
    if first[0].islower() and second[0].isupper():
        return True  # the second begins a name: `tỉnh Tỉnh đoàn`
    if first[0].isupper() and second[0].isupper() and not first.isupper():
        return True  # a name
    if len(words) > 1:
        return len(set(words)) == 1 or first.lower() in _HOMONYMS
    if words[0] in _HOMONYMS:
        return True
    return words[0] in _REDUPLICATED or len(words[0]) < _SHORTEST or first.isupper()


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether the first ends a compound and the second begins another: `hành vi vi phạm`."""
    before = _BEFORE.search(just_before(text, match.start()))
    if before is None or " " in match[1]:
        return False  # the beginning, a mark or a figure; two words are a compound themselves
    word, previous = match[1].lower(), before[1].lower()
    if word in _FUNCTION_WORDS:
        return previous in _COMPOUNDS.get(word, "").split()
    return previous not in _FUNCTION_WORDS


RULE = Rule(
    "VB044",
    "từ hoặc cụm từ gõ hai lần liền nhau",
    Severity.WARNING,
    "gõ lặp khi soạn hoặc khi sửa văn bản; từ láy (“luôn luôn”, “dần dần”) không bị bắt",
    "Báo cáo về về tình hình thực hiện Đề án.",
    "Báo cáo về tình hình thực hiện Đề án luôn luôn đúng hạn.",
    _check,
)
