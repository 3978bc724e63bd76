"""Who holds a post and what post somebody holds, by a card without labels."""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.question import read_question
from retrieval.analysis import analyser
from retrieval.question import Question, Wanted
from retrieval.reading.text.cards import is_contact, lines_of


def holder_on_card(question: Question, text: str) -> str:
    """The name on a card that has the post asked for; "" where it hasn't.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Who is the treasurer?", language="en")
    >>> holder_on_card(asked, "Nils Aas\\nTreasurer\\nnils@mill.example")
    'Nils Aas'
    """
    head = read_question(question).head
    if not head or question.wanted is not Wanted.PERSON:
        return ""
    name, *posts = _name_and_posts(text) or [""]
    same = alike(head, question.language)
    terms = analyser(question.language).terms
    return name if any(not same.isdisjoint(terms(post)) for post in posts) else ""


def post_on_card(question: Question, text: str) -> str:
    """The post on the card of the one asked about; "" where there is none."""
    name, *posts = _name_and_posts(text) or [""]
    terms = analyser(question.language).terms
    asked = {token.term for token in question.content}
    return posts[0] if name and posts and asked and asked <= set(terms(name)) else ""


def _name_and_posts(text: str) -> list[str]:
    """The first line of a card and those without figures that are no way to reach anybody."""
    lines = lines_of(text) if "\n" in text else []
    figures = (any(map(str.isdigit, line)) or is_contact(line) for line in lines[1:])
    kept = [line for line, other in zip(lines[1:], figures, strict=True) if not other]
    return [*lines[:1], *kept]
