"""Texts that nobody types, of any length: a search that looks back all the time drowns in them."""

PIECES = (
    *("1", "1.", "1,", "1-", "1/", "1%", "1 ", "1.000.", "1.000 ", "(1) ", "1) ", "1/1 (1%) "),
    *("(", ")", "()", "“", "”", "“”", '"', "[", "[^", "^[", "[^a]", "^[a] ", "{{", "}}", "{% "),
    *(
        "*",
        "**",
        "_",
        "`",
        "<",
        "<a",
        "|",
        "\\",
        "\\\\",
        "#",
        "-",
        "--",
        "–",
        "/",
        "%",
        "…",
        ".",
        "@",
    ),
    *(
        ", ",
        "; ",
        ";",
        ":",
        " ",
        "\u00a0",
        "\t",
        "\u200b",
        "a ",
        "a-",
        "a.b",
        "a@",
        "A",
        "A-",
        "AB ",
    ),
    *(
        "á",
        "a\u0301",
        "\u0301",
        "đ",
        "I. ",
        "a) ",
        "Điều 1. ",
        "ngày 1",
        "ngày 01/01/2025 ",
        "số 1/",
    ),
    *(
        "số 1/NĐ-CP ",
        "UBND ",
        "Ủy ban nhân dân (UBND) ",
        "http://",
        "x.vn ",
        "tăng 1% ",
        "gồm 1 a, ",
    ),
    *(
        "trong đó ",
        "tổng số 1 ",
        "đạt 50% (1/2) ",
        "so với cùng kỳ ",
        "tỉnh Khánh Hòa ",
        "và ",
        "xã A, ",
    ),
)


def repeated(piece: str, length: int) -> str:
    """The piece over and over, cut at `length` characters."""
    return (piece * (length // len(piece) + 1))[:length]


def long_texts(length: int) -> dict[str, str]:
    """Texts of about that length by what they repeat, with some that nest or lead up to nothing."""
    half = length // 2
    return {piece: repeated(piece, length) for piece in PIECES} | {
        "((…))": "(" * half + ")" * half,
        "““…””": "“" * half + "”" * half,
        "[[…]]": "[" * half + "]" * half,
        "aa…": "a" * length + " " + "á" * half,
        "AA…11…": "A" * half + "1" * half,
        "(gọi AA-AA…": "(gọi " + repeated("AA-", length),
        "tổng … 1": "tổng" + " " * length + "1",
        "gồm 1 a, 1 a …": "Tổng 5 hồ sơ gồm: " + repeated("1 a, ", length),
        "… gồm 1 a; …": repeated("5 hồ sơ, ", half) + "gồm: " + repeated("1 a; ", half),
    }
