"""Addresses that a document may lead to."""

from urllib.parse import urlsplit

_LINKED_SCHEMES = frozenset({"http", "https", "mailto"})


def is_linkable(address: str) -> bool:
    """Whether the address may become a link: only web and mail addresses, well formed."""
    try:
        return urlsplit(address).scheme in _LINKED_SCHEMES
    except ValueError:
        return False
