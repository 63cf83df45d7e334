"""The Word file that was checked, or that would be drafted, with findings as comments."""

from reportgen.checking import Checked
from reportgen.rendering import creation_time
from reportgen.reporting.remarks import remarks_of
from reportgen.writers.docx.annotate import annotate


def annotated(checked: Checked) -> bytes:
    """The bytes of the copy; its comments are dated like the documents that are rendered."""
    moment = creation_time(checked.subject.document) if checked.subject else None
    return annotate(checked.docx, remarks_of(checked), moment)
