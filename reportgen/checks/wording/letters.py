"""Small letters and capitals of Vietnamese as classes for regular expressions."""

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

SMALL = f"[a-z{_MARKED}]"
CAPITAL = f"[A-Z{_MARKED.upper()}]"
