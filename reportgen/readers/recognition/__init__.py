"""A `WordFile` to a `Document`: letterhead, title, text, recipients, signatures told apart."""

from reportgen.readers.recognition.anatomy import Anatomy, Component, Kind, Recognised
from reportgen.readers.recognition.recognise import recognise

__all__ = ["Anatomy", "Component", "Kind", "Recognised", "recognise"]
