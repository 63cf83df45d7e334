"""How a page names what the writer holds in memory: pictures and font files."""

SCHEME = "reportgen-asset"


def asset_address(name: str) -> str:
    """The address by which a page or a stylesheet names the asset."""
    return f"{SCHEME}:{name}"
