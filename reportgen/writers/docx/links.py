"""Addresses that a package part links to."""


class Links:
    """Gives each address its relationship id, the same address always the same one."""

    def __init__(self, prefix: str = "lienKet") -> None:
        self._prefix = prefix
        self._ids: dict[str, str] = {}

    def __call__(self, address: str) -> str:
        """The relationship id of `address`."""
        return self._ids.setdefault(address, f"{self._prefix}{len(self._ids) + 1}")

    @property
    def targets(self) -> dict[str, str]:
        """Relationship id → address, in order of first mention."""
        return {identifier: address for address, identifier in self._ids.items()}
