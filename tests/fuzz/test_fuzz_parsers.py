"""Any input ends in a result or in a clear error: every parser, thousands of inputs that are bad.

The same parsers run for longer, and led by what they reach in the code, under `make fuzz`.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.fuzzing.answers import MOST_KILOBYTES, peak_kilobytes
from support.fuzzing.mangling import MOST, Edit, mangled
from support.fuzzing.model import ROOT, Parser
from support.fuzzing.parsers import PARSERS

CRASHERS = sorted(path for path in Path(__file__).with_name("crashers").glob("*/*"))
_NUMBERS = st.integers(0, MOST - 1)
_EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS), min_size=1, max_size=6
)
_NEARLY = st.tuples(_NUMBERS, _EDITS)
_ANYTHING = st.text(max_size=200).map(str.encode) | st.binary(max_size=200)


@pytest.mark.parametrize("parser", PARSERS.values(), ids=str)
def test_any_input_ends_in_a_result_or_in_a_clear_error(parser: Parser) -> None:
    before = peak_kilobytes()
    seeds = parser.seeds()

    @settings(settings.get_profile("fuzz"), max_examples=parser.examples)
    @given(_NEARLY | _NEARLY | _NEARLY | _NEARLY | _ANYTHING)
    def run(given: tuple[int, list[Edit]] | bytes) -> None:
        if isinstance(given, bytes):
            data = given
        else:
            data = mangled(seeds[given[0] % len(seeds)], given[1], parser.tokens)
        try:
            parser.run(data)
        except Exception as error:
            error.add_note(f"the input is in {_kept(parser, data)}; see fuzz/README.md")
            raise

    run()
    assert peak_kilobytes() - before < MOST_KILOBYTES


def _kept(parser: Parser, data: bytes) -> Path:
    """Where the input that fails is found; of several the last, which is the shortest."""
    path = ROOT / "build/fuzz/crashers" / parser.name / "hypothesis"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("path", CRASHERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_a_parser_does_so_no_longer(path: Path) -> None:
    PARSERS[path.parent.name].run(path.read_bytes())


def test_every_parser_is_fuzzed_from_inputs_that_it_reads() -> None:
    for parser in PARSERS.values():
        for seed in parser.seeds():
            parser.run(seed)
