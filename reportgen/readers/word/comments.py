"""Reviewers' comments (ECMA-376 §17.13.4), and which of them are settled ([MS-DOCX] 2.5.4)."""

from reportgen.readers.word.anchors import CommentAnchors
from reportgen.readers.word.blocks import read_blocks
from reportgen.readers.word.model import WordComment, paragraphs_of
from reportgen.readers.word.parts import Parts
from reportgen.readers.word.story import Setting, Spot, Story
from reportgen.readers.word.tracked import moment
from reportgen.wordprocessingml.names import Element, integer, local, value, w

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ON = ("1", "true", "on")


def read_comments(
    setting: Setting, parts: Parts, anchors: CommentAnchors
) -> tuple[WordComment, ...]:
    """Reviewers' remarks in the order of the text, a reply after what it replies to."""
    name = parts.related_name("comments")
    if name is None:
        return ()
    story = Story(setting, parts.relations(name))
    resolved = _resolved(parts)
    comments = []
    for node in parts.xml(name).iterchildren(w("comment")):
        blocks = read_blocks(node, story, Spot(width=0.0))
        identifier = integer(value(node, "id")) or 0
        comments.append(
            WordComment(
                author=value(node, "author"),
                text="\n".join(one.text for one in paragraphs_of(blocks)).strip(),
                paragraph=anchors.paragraphs.get(identifier, 0),
                anchor=anchors.words(identifier),
                date=moment(value(node, "date")),
                resolved=not resolved.isdisjoint(_names(node)),
            )
        )
    return tuple(sorted(comments, key=lambda comment: comment.paragraph))


def _names(comment: Element) -> list[str]:
    """The ids of a comment's paragraphs; the last one stands for the comment."""
    return [node.get(f"{_W14}paraId") or "" for node in comment.iter(w("p"))]


def _resolved(parts: Parts) -> frozenset[str]:
    """The paragraph ids of comments that are settled, and of the replies to them."""
    root = parts.related("commentsExtended")
    nodes = [one for one in root if local(one) == "commentEx"] if root is not None else []
    done = {one.get(f"{_W15}paraId") for one in nodes if one.get(f"{_W15}done") in _ON}
    below = {one.get(f"{_W15}paraId") for one in nodes if one.get(f"{_W15}paraIdParent") in done}
    return frozenset(name for name in done | below if name)
