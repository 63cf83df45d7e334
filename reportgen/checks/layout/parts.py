"""The decree's measures of each component that is recognised in a Word file."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.layout.nd30 import COMPONENTS, TextStyle
from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.readers.recognition.words import ADDRESSING, fold
from reportgen.readers.word.model import WordParagraph

_KEYS: Mapping[Component, str] = MappingProxyType(
    {
        Component.NATIONAL_NAME: "national_name",
        Component.MOTTO: "motto",
        Component.SUPERIOR: "superior",
        Component.ISSUER: "issuer",
        Component.NUMBER: "number",
        Component.PLACE_AND_DATE: "place_and_date",
        Component.LETTER_SUBJECT: "letter_subject",
        Component.KIND: "kind",
        Component.SUBJECT: "subject",
        Component.ADDRESSING: "addressee",
        Component.ADDRESSEE: "addressee",
        Component.RECIPIENTS_LABEL: "recipients_label",
        Component.RECIPIENT: "recipients",
        Component.AUTHORITY: "authority",
        Component.POSITION: "position",
        Component.SIGNER: "signer",
        Component.DRAFTER: "drafter",
        Component.ADDRESS: "address",
        Component.URGENCY: "urgency",
        Component.CIRCULATION: "circulation",
        Component.APPENDIX_LABEL: "appendix_label",
        Component.APPENDIX_TITLE: "appendix_title",
        Component.ATTACHED_TO: "attached_to",
    }
)


def measures_of(component: Component) -> TextStyle:
    """The decree's measures of a component that `measured` knows."""
    return COMPONENTS[_KEYS[component]]


def measured(
    word: Recognised,
) -> Iterator[tuple[Component, TextStyle, tuple[WordParagraph, ...]]]:
    """Every component that the file has, with the decree's measures and its lines."""
    for component, key in _KEYS.items():
        lines = tuple(
            one
            for one in word.anatomy.of(component)
            if one.text.strip()
            and (component is Component.ADDRESSING or not ADDRESSING.match(fold(one.text)))
        )
        if lines:
            yield component, COMPONENTS[key], lines


def name_of(component: Component) -> str:
    """The component's name as the first word of a message."""
    return component.value[:1].upper() + component.value[1:]
