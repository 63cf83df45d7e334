"""What all tests share: golden files, rewritten with `pytest --golden-update`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "fuzz",
    max_examples=2000,
    deadline=None,
    derandomize=True,  # what is tried at random, and for longer, is `make fuzz`
    suppress_health_check=[HealthCheck.too_slow],
)

Golden = Callable[[Path, str], str]


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
    """What a golden file holds; under `--golden-update` the text is written there first."""

    def stored(path: Path, text: str) -> str:
        if golden_update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return path.read_text(encoding="utf-8")

    return stored
