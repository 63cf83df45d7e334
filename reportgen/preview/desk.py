"""What the threads of a preview share: the view as it is now, and the PDF of its pages."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Condition

from reportgen.preview import view as views
from reportgen.preview.pages import Line, Printed
from reportgen.preview.view import Page, View

_MOST_IMAGES = 64


class Desk:
    """The view and its pages; whoever waits for a newer view is told when there is one."""

    def __init__(self, title: str) -> None:
        self._changed = Condition()
        self._view = View(title)
        self._pdf = b""
        self._printed: Printed | None = None
        self._numbers: dict[str, int] = {}
        self._images: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self.closed = False

    @property
    def view(self) -> View:
        """What is there to see now."""
        return self._view

    @property
    def pdf(self) -> bytes:
        """The file of the last good pages; empty while there is none."""
        return self._pdf

    def step(self, change: Callable[[View], View]) -> None:
        """Go on to the view that `change` makes of the present one."""
        with self._changed:
            self._view = change(self._view)
            self._changed.notify_all()

    def lay(self, pdf: bytes, pages: Sequence[Page], note: str, at: datetime) -> None:
        """Put these pages in the place of those before."""
        printed = Printed(pdf)
        with self._changed:
            before, self._printed, self._pdf = self._printed, printed, pdf
            self._numbers = {page.key: number for number, page in enumerate(pages)}
            kept = {name: data for name, data in self._images.items() if name[0] in self._numbers}
            self._images = OrderedDict(kept)
            self._view = views.laid(self._view, pages, note, at)
            self._changed.notify_all()
            if before is not None:
                before.close()

    def newer(self, number: int, seconds: float) -> View:
        """A view that is not the one of that number, or after that time whatever there is."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self._view.number != number, seconds)
            return self._view

    def image(self, key: str, width: int) -> bytes | None:
        """The page of that name as a PNG of that width; None where there is none such now."""
        with self._changed:
            found = self._images.get((key, width))
            if found is None and self._printed is not None and key in self._numbers:
                found = self._printed.image(self._numbers[key], width)
                self._images[key, width] = found
                if len(self._images) > _MOST_IMAGES:
                    self._images.popitem(last=False)
            return found

    def lines(self, key: str) -> list[Line] | None:
        """The text of the page of that name, line by line; None where there is none such now."""
        with self._changed:
            if self._printed is None or key not in self._numbers:
                return None
            return self._printed.lines(self._numbers[key])

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()
            if self._printed is not None:
                self._printed.close()
                self._printed = None
