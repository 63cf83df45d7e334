"""What was made out about the texts of a document, kept while the rules run: many ask for it."""

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 2**16  # texts; a document of a thousand pages has some 20.000
_FEW = 2**12  # what is kept from one document to the next
_kept: "list[_lru_cache_wrapper[Any]]" = []


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """The function, which answers for a text that it knows at once."""
    kept = lru_cache(maxsize=_MOST)(function)
    _kept.append(kept)
    return cast(Callable[P, T], kept)


def forget_long_documents() -> None:
    """Give back the memory that a long document took."""
    for kept in _kept:
        if kept.cache_info().currsize > _FEW:
            kept.cache_clear()
