"""DOCX bytes to a `WordFile`: what the file says and how Word would set it, nothing interpreted."""

from reportgen.readers.word.reader import read_word

__all__ = ["read_word"]
