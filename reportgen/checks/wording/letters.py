"""Small letters and capitals of Vietnamese as classes for regular expressions."""

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

SMALL = f"[a-z{_MARKED}]"
CAPITAL = f"[A-Z{_MARKED.upper()}]"


def cased_like(model: str, written: str) -> str:
    """The letters of `written`, capital where those of `model`, which is as long, are."""
    return "".join(
        sign.upper() if pattern.isupper() else sign.lower()
        for pattern, sign in zip(model, written, strict=True)
    )
