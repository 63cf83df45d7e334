"""What nobody types, by the thousand signs and lines: every parser has soon done with it."""

from time import process_time

import pytest
from support.fuzzing.model import Parser
from support.fuzzing.texts import TEXT_PARSERS
from support.long_texts import PIECES, long_texts, repeated

LENGTH = 5000
SECONDS = 3  # of the processor; a tenth of it is enough, and the square of the length is not
LINES = {f"{piece}\\n": repeated(f"{piece}\n", LENGTH) for piece in PIECES}
PARAGRAPHS = {f"{piece}\\n\\n": repeated(f"{piece}\n\n", LENGTH) for piece in PIECES}
TEXTS = long_texts(LENGTH) | LINES | PARAGRAPHS
OTHERS = ("rules", "dossier", "batch_state")  # the rules have a test of their own, others no prose


@pytest.mark.parametrize("parser", [one for one in TEXT_PARSERS if one.name not in OTHERS], ids=str)
def test_signs_that_go_on_and_on_are_read_in_a_moment(parser: Parser) -> None:
    for name, text in TEXTS.items():
        began = process_time()
        parser.run(text.encode())
        assert process_time() - began < SECONDS, name
