"""DOCX bytes to a `WordFile`: what the file says and how Word would set it, nothing interpreted."""
