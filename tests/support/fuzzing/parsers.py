"""Every parser that is fuzzed, by name: by the tests, and by `make fuzz`."""

from support.fuzzing.office import OFFICE_PARSERS
from support.fuzzing.texts import TEXT_PARSERS

PARSERS = {parser.name: parser for parser in (*TEXT_PARSERS, *OFFICE_PARSERS)}
