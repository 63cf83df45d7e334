"""DOCX bytes to a `WordFile`: what the file says and how Word would set it, nothing interpreted."""

from reportgen.readers.word.reader import read_word
from reportgen.readers.word.tracked import Tracked

__all__ = ["Tracked", "read_word"]
