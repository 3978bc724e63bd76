"""What an element of a web page is: text, furniture, or a margin that may state facts."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from selectolax.lexbor import LexborNode

from retrieval.lexicon import lexicon
from retrieval.reading.web import shapes

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_MARGINS = frozenset({"aside", "footer", "sidebar", "complementary", "contentinfo"})
_NAME = re.compile(r"[\s_-]+")
_PHONE = re.compile(r"(?<![\d.,])\+?\(?\d(?:[ ()/-]?\d){6,}")
_LEAST_WORDS, _MOST_LINKED = 5, 0.5


class Part(Enum):
    """What an element adds to its page."""

    TEXT = auto()
    MARGIN = auto()
    FURNITURE = auto()


def part_of(node: LexborNode, tag: str, *, inside: bool) -> Part:
    """What an element is by its name, role or class; `inside` the page's article or not."""
    if tag in _WHOLE or tag in HEADINGS:
        return Part.TEXT
    if tag == "aside" and inside and _is_box(node):
        return Part.TEXT
    if tag == "footer" and node.parent is not None and node.parent.tag == "blockquote":
        return Part.TEXT
    if tag == "header":
        around = inside or node.css_first("h1") is not None
        return Part.TEXT if around else Part.FURNITURE
    if tag == "form":
        held = node.css_first("p, h1, article, main, table") is not None
        return Part.TEXT if held else Part.FURNITURE
    attributes = node.attributes
    said = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    names = {tag, attributes.get("role") or "", *_NAME.split(said)}
    tags, roles, classes = named("furniture"), named("roles"), named("named")
    known = names & classes | {tag} & tags | {attributes.get("role") or ""} & roles
    if not known or (tag not in tags and node.css_first("h1, article, main") is not None):
        return Part.TEXT
    return Part.MARGIN if known <= _MARGINS else Part.FURNITURE


def is_stated(text: str, *, linked: float) -> bool:
    """Whether a text in a margin states something: a sentence, or how to reach someone.

    `linked` is the share of its characters that stand in links.
    """
    if linked >= _MOST_LINKED or shapes.is_call(text) or shapes.is_legal(text):
        return False
    words = len(shapes.words_of(text))
    return (shapes.is_sentence(text) and words >= _LEAST_WORDS) or (
        _PHONE.search(text[: shapes.LOOKED_AT]) is not None
    )


@cache
def named(table: str) -> frozenset[str]:
    """The names of one kind of element, as the word list of furniture has them."""
    return frozenset(str(lexicon("furniture")["html"][table]).split())


def _is_box(aside: LexborNode) -> bool:
    """Whether an aside in an article holds facts rather than links, calls or a form."""
    if aside.css_first("form, button, nav, input") is not None:
        return False
    text = " ".join(aside.text(separator="\n").split())
    linked = sum(len(" ".join(link.text().split())) for link in aside.css("a"))
    lines = [line for line in aside.text(separator="\n").split("\n") if line.strip()]
    return linked < _MOST_LINKED * len(text) and not any(map(shapes.is_call, lines[:20]))
