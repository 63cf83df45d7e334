"""reportgen: a period's data in, an official Vietnamese document out (DOCX and PDF)."""

__version__ = "0.1.0"
