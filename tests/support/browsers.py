"""Real Chromium, driven by Playwright: an oracle as the others, and what is asked of it again."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from support.oracles import absent, require

PATIENCE = 40.0  # seconds: a guard against hanging, no measure of speed


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window; skips, or fails, where Playwright or Chromium is missing."""
    program = require("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright")
    as_root = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=as_root)
        yield browser
        browser.close()


def until(holds: Callable[[], object], what: str = "") -> None:
    """Wait until it holds; fail where it does not within the patience."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"not within {PATIENCE:.0f} s: {what or holds}"
        time.sleep(0.03)
