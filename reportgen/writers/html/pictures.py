"""Pictures as HTML figures; the page names them as assets, which are told apart by their bytes."""

import hashlib
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from reportgen.document.tree import Document, Picture
from reportgen.layout.pictures import picture_width
from reportgen.writers.assets import asset_address
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.notes import Setting

_FIGURE = Markup(
    '<figure class="hinh"><img src="{}" alt="{}" style="width: {}%">{}</figure>'
)  # fmt: skip
_CAPTION = Markup("<figcaption>{}</figcaption>")


def picture_html(picture: Picture, setting: Setting) -> Markup:
    """The picture with its alternative text, and its caption below."""
    text = inlines_html(picture.caption, setting.note_html)
    caption = _CAPTION.format(text) if picture.caption else Markup("")
    page = setting.page
    share = picture_width(picture, page.text_width, page.text_height) / page.text_width
    width = f"{share * 100:.4g}"
    return _FIGURE.format(asset_address(_name(picture)), picture.alternative, width, caption)


def picture_assets(document: Document) -> Mapping[str, bytes]:
    """The bytes of a document's pictures by their names in its page."""
    return {_name(picture): _data(picture) for picture in _pictures(document)}


def _pictures(document: Document) -> Iterator[Picture]:
    for blocks in (document.body, *(appendix.blocks for appendix in document.appendices)):
        yield from (block for block in blocks if isinstance(block, Picture))


def _name(picture: Picture) -> str:
    kind = "svg" if picture.svg else "png"
    return f"{hashlib.sha256(_data(picture)).hexdigest()[:32]}.{kind}"


def _data(picture: Picture) -> bytes:
    """Lines are sharp at any size; dots where there is nothing else."""
    return picture.svg or picture.png
