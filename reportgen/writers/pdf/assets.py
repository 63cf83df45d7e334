"""What the PDF engine may read: assets held in memory, and nothing else."""

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from reportgen.writers.assets import SCHEME, asset_address


class RefusedAddressError(ValueError):
    """The engine asked for an address that is not one of the assets in memory."""


class MemoryFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """A fetcher without network and files; `refused` lists the other addresses asked for."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(SCHEME,), allow_redirects=False)
        self._assets = {asset_address(name): data for name, data in assets.items()}
        self.refused: list[str] = []

    def fetch(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,  # noqa: ARG002  the base class's signature
    ) -> URLFetcherResponse:
        """The asset at `url`; raises RefusedAddressError for every other address."""
        if url not in self._assets:
            self.refused.append(url)
            message = f"refused: {url}"
            raise RefusedAddressError(message)
        return URLFetcherResponse(url, self._assets[url])
