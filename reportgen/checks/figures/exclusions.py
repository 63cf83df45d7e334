"""Digits that are no figures: dates, numbers of documents, codes, times, labels, addresses."""

import re

from reportgen.checks.figures.named_numbers import named_spans

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_NUMBER_END = r"(?![0-9]|[.,][0-9])"
_UPPER = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"

_WEB = (
    r"(?:https?://|www\.)\S+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}",
    r"(?<![\w.-])[a-z][\w-]{0,60}(?:\.[a-z][\w-]{0,60}){0,6}\.(?:vn|com|org|net|gov|edu|info)"
    r"(?![\w])(?:/\S*)?",
)
_DATES = (
    r"(?<![0-9])[0-9]{1,2}\s?(?P<bar>[/-])\s?[0-9]{1,2}\s?(?P=bar)\s?[0-9]{4}(?![0-9])",
    r"(?<![\w.])(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2}(?![\w])",
    r"(?<![\w.])(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2}(?![\w])",
    r"/\s?[0-9]{1,2}\s?/\s?[0-9]{4}(?![0-9])",
    r"(?<![\w./,])(?:[12]?[0-9]|3[01])\s?[-–]\s?(?:[12]?[0-9]|3[01])/(?:0?[1-9]|1[0-2])(?![0-9/]|[.,][0-9])",
    r"(?<![\w])(?:ngày\s+)?[0-9]{1,2}(?:\s?[-–]\s?[0-9]{1,2})?\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}",
    r"(?<![\w])tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}",
    r"(?<![\w])ngày\s+[0-9]{1,2}\s+tháng(?:\s+[0-9]{1,2})?(?![0-9])",
    rf"(?<![\w./,])(?:[0-9]{{1,2}}\s?[-–]\s?)?(?:0?[1-9]|1[0-2])\s?[/-]\s?{_YEAR}",
    rf"(?<![\w])quý\s+(?:[IVX]+|[0-9])(?![\w])(?:\s?[/-]\s?{_YEAR})?",
    rf"(?<![\w])(?:[IVX]+|T[0-9]{{1,2}})\s?/\s?{_YEAR}",
    rf"(?<![\w])(?:năm|niên độ|niên khóa|niên khoá|giai đoạn|nhiệm kỳ|thời kỳ|tầm nhìn"
    rf"|kỳ|khóa|khoá)(?:\s+(?:học|ngân sách|tài chính|đến năm|kế hoạch))?"
    rf"\s+{_YEAR}(?:(?:\s?[,;/–-]\s?|\s+(?:và|đến|với|hoặc)\s+)(?:năm\s+)?{_YEAR}){{0,9}}",
    rf"(?<![\w./,]){_YEAR}\s?[-–/]\s?{_YEAR}",
    r"(?<![\w])(?:ngày|sáng|trưa|chiều|tối|đêm|hôm nay|hôm qua)\s+(?:0?[1-9]|[12][0-9]|3[01])"
    r"\.(?:0?[1-9]|1[0-2])(?![0-9%]|[.,][0-9]|\s?%)",
    r"(?<![\w])(?:ngày|từ ngày|đến ngày|hết ngày)\s+[0-9]{1,2}(?:\s?[/-]\s?[0-9]{1,2})?"
    r"(?:(?:\s?[,–-]\s?|\s+(?:và|đến)\s+(?:ngày\s+)?)[0-9]{1,2}\s?/\s?[0-9]{1,2}){1,6}"
    + _NUMBER_END,
    r"(?<![\w])(?:kỷ niệm|chào mừng|mừng|dịp|lễ|nghỉ|quốc khánh|quốc tế)\s+[0-9]{1,2}/[0-9]{1,2}"
    r"(?![0-9/]|[.,][0-9])(?!\s+[a-zà-ỹđ]{2})",
    r"(?<![\w])(?:ngày|kể từ|từ|đến|trước|sau|hết|dịp|lễ)\s+(?:ngày\s+)?[0-9]{1,2}/[0-9]{1,2}"
    r"(?![0-9/]|[.,][0-9])(?=\s*(?:$|[;:.,)–-]|đến|và|,))",
)
_DOCUMENTS = (
    rf"(?<![\w.,])[0-9]{{1,6}}[a-zđ]?(?:/[0-9]{{4}})?\s?[/-]\s?"
    rf"(?:[{_UPPER}]{{2}}|[{_UPPER}][a-zđ]{{1,2}}[{_UPPER}])[\w]{{0,40}}(?:[-–./&][\w]{{1,40}}){{0,6}}",
    r"(?<![\w.,])[0-9]{1,6}/(?:QĐ|BC|KH|CT|NQ|TB|TTr|CV|HD|CP|BB)(?![\w])",
    r"(?<![\w])(?:TCVN|QCVN|TCXD|ISO|IEC)(?:[ /]?[A-Z]{2,8}){0,2}\s?[0-9][0-9:./-]*",
)
_CODES = (
    r"(?<![\w])[0-9]\.[0-9]{6}(?:\.[0-9A-Z]{1,6}){0,6}(?![\w])",  # of an administrative procedure
    r"(?<![\w])(?:\(?0[0-9]{1,3}\)?|\+84)(?:[ .-]?[0-9]{2,4}){2,4}"
    r"(?:\s?[-–/]\s?[0-9]{3,4}[ .][0-9]{3,4})*(?![\w])",
    r"(?<![\w])1[89]00[ .-]?[0-9]{4,6}(?![\w])",
    r"(?<![\w])(?i:điện thoại|đt|sđt|tel|fax|hotline|đường dây nóng|cccd|cmnd|cmtnd|căn cước|mst"
    r"|mã số thuế|mã số|mã|số tk|stk|số tài khoản|tài khoản số|hộ chiếu|biển số)(?i:\s+số)?\s?[:.]?"
    r"\s*[0-9]{4,20}(?![\w])(?![.,][0-9])(?!\s+[a-zà-ỹđ])",
    r"(?<![\w])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![\w.])(?<!\.[0-9]{3}\.[0-9]{3}\.[0-9]{3})",
    r"(?<![\w])(?i:v|ver|version|phiên bản|ipv|web)\s?[0-9]+(?:\.[0-9]+){0,3}(?![\w])",
    r"(?<![\w.,/])[1-9]\.0(?![\w.,%])(?!\s+(?:tỷ|tỉ|triệu|nghìn|ha|km|kg|tấn|m|độ|điểm)(?![\w]))",
    r"(?<![\w])[0-9]{1,3}\s?°\s?[0-9]{1,2}(?:\s?['′’]\s?[0-9.,]{1,6})?",
    r"(?<![\w])[Kk]m\s?[0-9]{1,4}\s?\+\s?[0-9]{1,3}(?![\w])",
    r"(?<![\w])24\s?/\s?(?:7|24)(?![\w])",
    r"(?<![\w])[0-9](?:\s?-\s?[0-9])?\*",  # stars of a hotel
)
_TIMES = (
    r"(?<![\w])[0-9]{1,2}\s?(?:giờ|h|g)\s?[0-9]{2}(?:\s?(?:phút|p|'))?(?![\w])",
    r"(?<![\w])[0-9]{1,2}h(?![\w])",
    r"(?<![\w])(?i:lúc|hồi|vào|từ|trước|sau|đến)\s+[0-9]{1,2}\s+giờ(?![\w])",
    r"(?<![\w])[0-9]{1,4}:[0-9]{1,4}(?::[0-9]{2})?(?![\w])",
)
_LABELS = (
    r"^\s*(?:[-+*•–]\s*)?[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[.)/](?=\s|$)",
    rf"^\s*[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}}\s+(?=[{_UPPER}][a-zà-ỹđ])",
    r"^\s*[1-9]\.[1-9][0-9]?\s*$",
    r"\([0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\)",
    r"\([0-9]{1,2}\)(?=\s*[\"“*(]?(?!và\b|đến\b)[^\W\d_])",
    r"(?<=[^\W\d_])\([0-9]{1,2}\)",
    rf"(?<=[;:.] )[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}}\.(?=\s+[{_UPPER}])",
    r"(?<![\w.,])[0-9]{1,2}(?:\.[0-9]{1,2}){2,4}\.?(?![\w])(?!,[0-9])",
    r"(?<![\w.,])[0-9]{1,2}(?:,[0-9]{1,2}){2,}(?![\w])",
)
_ADDRESSES = (
    rf"(?<![\w])(?i:địa chỉ|trụ sở|số nhà|ngõ|ngách|hẻm|kiệt)\s?:?\s*(?i:tại\s+)?(?i:số\s+)?"
    rf"[0-9]{{1,4}}[a-zA-Z]?(?:[/-][0-9]{{1,4}}){{0,3}}(?=\s+[{_UPPER}]|[,;.]|$)",
    rf"(?<!tổng )(?<![\w])(?i:số)\s+[0-9]{{1,4}}[a-zA-Z]?(?:/[0-9]{{1,4}}){{1,3}}"
    rf"(?=\s+[{_UPPER}]|,)",
    r"(?<![\w])(?i:đường|phố|quảng trường|công viên)\s+[0-9]{1,2}/[0-9]{1,2}(?![0-9/])",
)
_PATTERNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for group in (_WEB, _DOCUMENTS, _LABELS, _CODES, _TIMES, _ADDRESSES)
    for pattern in group
)
_ANY_CASE = tuple(re.compile(pattern, re.MULTILINE | re.IGNORECASE) for pattern in _DATES)


def blank_out(text: str) -> str:
    """The text, as long as before, with `_` in place of all digits that are no figures.

    Those are dates, periods and years, numbers of documents, addresses of the web and of streets,
    codes and telephone numbers, times of the day, labels, and numbers that are part of a name
    (`Đề án 06`, `khoản 2 Điều 5`).
    """
    for patterns in (_PATTERNS[:3], _ANY_CASE, _PATTERNS[3:]):
        for pattern in patterns:
            text = pattern.sub(_blank, text)
    signs = list(text)
    for start, end in named_spans(text):
        signs[start:end] = "_" * (end - start)
    return "".join(signs)


def _blank(match: re.Match[str]) -> str:
    return re.sub("[0-9]", "_", match[0])
