"""How large a picture is printed (the decree is silent)."""

from reportgen.document.tree import Picture

#: A picture leaves this much of the page's height to its caption and the heading above.
_MOST_OF_PAGE = 0.8


def picture_width(picture: Picture, width: float, height: float) -> float:
    """The picture's width on a text area of `width` by `height`, in their unit."""
    return min(picture.width * width, _MOST_OF_PAGE * height / picture.aspect)
