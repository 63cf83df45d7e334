"""The sections of the main text, and of each appendix."""

from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.readers.word.model import WordSection

_OF_APPENDIX = (Component.APPENDIX_LABEL, Component.APPENDIX_TITLE, Component.ATTACHED_TO)


def main_sections(word: Recognised) -> tuple[WordSection, ...]:
    """The sections in which the letterhead, the text and the foot of the main document stand."""
    numbers = {
        one.place.section
        for component, paragraphs in word.anatomy.components.items()
        if component not in (*_OF_APPENDIX, Component.RULE)
        for one in paragraphs
    }
    numbers |= {one.paragraph.place.section for one in word.anatomy.text if one.appendix == 0}
    return tuple(one for one in word.word.sections if one.number in numbers)


def section_of(word: Recognised, number: int) -> WordSection | None:
    """The section of that number."""
    return next((one for one in word.word.sections if one.number == number), None)
