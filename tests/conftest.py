"""What all tests share: golden files, rewritten with `pytest --golden-update`."""

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what the program prints now into the golden files, to be read in the diff",
    )


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture
def golden(golden_update: bool) -> Golden:
    """Compares a text with a file, or writes it there under `--golden-update`."""

    def compare(path: Path, text: str) -> None:
        if golden_update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return compare
