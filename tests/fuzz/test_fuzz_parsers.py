"""Any input ends in a result or in a clear error: every parser, thousands of inputs that are bad.

The same parsers run for longer, and led by what they reach in the code, under `make fuzz`.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.fuzzing.answers import MOST_KILOBYTES, peak_kilobytes
from support.fuzzing.mangling import MOST, Edit, mangled
from support.fuzzing.model import Parser
from support.fuzzing.parsers import PARSERS

CRASHERS = sorted(path for path in Path(__file__).with_name("crashers").glob("*/*"))
_NUMBERS = st.integers(0, MOST - 1)
_EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS), min_size=1, max_size=6
)
_ANYTHING = st.text(max_size=200).map(str.encode) | st.binary(max_size=200)


def inputs(parser: Parser) -> st.SearchStrategy[bytes]:
    """Mostly inputs that are nearly right; now and then any text or any bytes."""
    nearly = st.builds(
        lambda seed, edits: mangled(seed, edits, parser.tokens),
        st.sampled_from(parser.seeds()),
        _EDITS,
    )
    return st.one_of(nearly, nearly, nearly, nearly, _ANYTHING)


@pytest.mark.parametrize("parser", PARSERS.values(), ids=str)
def test_any_input_ends_in_a_result_or_in_a_clear_error(parser: Parser) -> None:
    before = peak_kilobytes()

    @settings(settings.get_profile("fuzz"), max_examples=parser.examples)
    @given(inputs(parser))
    def run(data: bytes) -> None:
        parser.run(data)

    run()
    assert peak_kilobytes() - before < MOST_KILOBYTES


@pytest.mark.parametrize("path", CRASHERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_a_parser_does_so_no_longer(path: Path) -> None:
    PARSERS[path.parent.name].run(path.read_bytes())


def test_every_parser_is_fuzzed_from_inputs_that_it_reads() -> None:
    for parser in PARSERS.values():
        for seed in parser.seeds():
            parser.run(seed)
