"""Capitals, and names of places that are gone: what VB020 to VB039 are for."""

import re
from random import Random

from support.mutations.clean import REPORTS, SMALL
from support.mutations.dates import EVERYWHERE
from support.mutations.editing import altering, choosing
from support.mutations.planting import Kind

_RECENT = tuple(
    clean
    for clean in (*SMALL, *REPORTS)
    if (issued := clean.subject.facts.issued) is not None
    and (issued.year, issued.month) > (2025, 8)
)


def _capitals(match: re.Match[str], rng: Random) -> str | None:
    return match[0].title()


def _small(match: re.Match[str], rng: Random) -> str | None:
    return match[1] + match[2].lower()


def _capital(match: re.Match[str], rng: Random) -> str | None:
    return match[0].capitalize()


KINDS = (
    Kind(
        "viết hoa mọi chữ tên cơ quan",
        ("VB022",),
        SMALL,
        altering(r"(?<!\w)Ủy ban nhân dân|Hội đồng nhân dân", _capitals),
        at_the_words=False,
    ),
    Kind(
        "viết thường tên bộ, sở",
        ("VB023",),
        REPORTS,
        altering(
            r"((?:Bộ|Sở) )(Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Khoa học và Công nghệ)(?!\w)",
            _small,
        ),
        at_the_words=False,
    ),
    Kind(
        "viết hoa tỉnh, xã trước tên",
        ("VB024",),
        (*SMALL, *REPORTS),
        altering(r"(?<=[a-zà-ỹ] )tỉnh(?= Khánh Hòa| Lào Cai)", _capital),
        at_the_words=False,
    ),
    Kind(
        "viết thường thứ trong tuần",
        ("VB025",),
        EVERYWHERE,
        choosing(
            (
                "Hội nghị khai mạc lúc 14 giờ 00, thứ Ba, ngày 19/9/2023.",
                "Hội nghị khai mạc lúc 14 giờ 00, thứ ba, ngày 19/9/2023.",
                "thứ ba",
            ),
            (
                "Lịch họp giao ban vào thứ Tư, ngày 20/9/2023 tại Nha Trang.",
                "Lịch họp giao ban vào thứ tư, ngày 20/9/2023 tại Nha Trang.",
                "thứ tư",
            ),
        ),
    ),
    Kind(
        "giao việc cho cấp huyện",
        ("VB030",),
        _RECENT,
        choosing(
            (
                "Giao UBND xã Diên Khánh rà soát dữ liệu đất đai trên địa bàn.",
                "Giao UBND huyện Diên Khánh rà soát dữ liệu đất đai trên địa bàn.",
                "huyện Diên Khánh",
            ),
            (
                "Yêu cầu Chủ tịch UBND các xã, phường báo cáo kết quả.",
                "Yêu cầu Chủ tịch UBND các huyện, thị xã, thành phố báo cáo kết quả.",
                "các huyện",
            ),
            (
                "Công an phường Nha Trang chủ trì tuyên truyền tại cơ sở.",
                "Công an quận Sơn Trà chủ trì tuyên truyền tại cơ sở.",
                "quận Sơn Trà",
            ),
        ),
    ),
    Kind(
        "tên tỉnh không còn",
        ("VB031",),
        _RECENT,
        choosing(
            (
                "Đối với các xã thuộc tỉnh Ninh Thuận (cũ), tiếp tục rà soát.",
                "Đối với các xã thuộc tỉnh Ninh Thuận, tiếp tục rà soát.",
                "Ninh Thuận",
            ),
            (
                "Trao đổi kinh nghiệm với UBND tỉnh Lâm Đồng về chuyển đổi số.",
                "Trao đổi kinh nghiệm với UBND tỉnh Bình Thuận về chuyển đổi số.",
                "Bình Thuận",
            ),
            (
                "Phối hợp với Công an tỉnh Gia Lai truy quét tội phạm.",
                "Phối hợp với Công an tỉnh Bình Định truy quét tội phạm.",
                "Bình Định",
            ),
        ),
        at_the_words=False,
    ),
    Kind(
        "gọi sai tỉnh, thành phố",
        ("VB032",),
        _RECENT,
        choosing(
            (
                "Đề nghị UBND thành phố Huế chia sẻ dữ liệu.",
                "Đề nghị UBND tỉnh Huế chia sẻ dữ liệu.",
                "tỉnh Huế",
            ),
            (
                "Đoàn công tác làm việc với UBND thành phố Đà Nẵng.",
                "Đoàn công tác làm việc với UBND tỉnh Đà Nẵng.",
                "tỉnh Đà Nẵng",
            ),
        ),
    ),
)
