"""Where items of an enumeration may be tied: by commas, "and", "or", "as well as"."""

from __future__ import annotations

from bot.answering.grammar.offices import joins_fields
from bot.answering.grammar.sentence import Sentence

COMMAS = frozenset({",", ";"})  # a dash ends an enumeration
_LONGEST_ASIDE = 6  # tokens
_LONGEST_BRACKET = 5  # tokens, brackets included, that stand behind an item: "(Lunde)"
Ties = dict[int, tuple[int, str]]  # from the token of a tie to the one behind it, and its kind


def ties_in(sentence: Sentence) -> Ties:
    """Where items may be tied: the token to the one behind it and the kind of tie.

    ", and" and "as well as" are one tie of kind "&", a comma alone one of kind ",".
    """
    ties: Ties = {}
    words, tags = sentence.words, sentence.tags
    place = 0
    while place < len(tags):
        end, kind = place, ""
        if words[end] in COMMAS:
            end, kind = end + 1, ","
        if words[end : end + 3] == ("as", "well", "as"):
            end, kind = end + 3, "&"
        elif end < len(tags) and tags[end] == "&" and words[end] not in ("but", "nor"):
            kind = "" if joins_fields(sentence, end) else "&"
            end += 1
        if kind:
            link = (_past_aside(sentence, end) if kind == "&" else end, kind)
            ties[_before_bracket(sentence, place)] = link
        place = max(end, place + 1)
    return ties


def _before_bracket(sentence: Sentence, place: int) -> int:
    """Where an item ends that has a few words in brackets behind it: "Ada (Lunde), Ben (Ostra)"."""
    opened = sentence.tags.rfind("(", max(place - _LONGEST_BRACKET, 0), place)
    closed = sentence.tags.find(")", opened, place)
    return opened if opened > 0 and closed == place - 1 else place


def _past_aside(sentence: Sentence, place: int) -> int:
    """The token behind an aside in commas: "and, in the yard, a helmet"."""
    if sentence.tags[place : place + 2] != ",P":
        return place
    end = sentence.tags.find(",", place + 1)
    return end + 1 if 0 < end <= place + _LONGEST_ASIDE else place


def of_sign(sentence: Sentence, tie: int, ties: Ties) -> Ties:
    """The ties that go with a tie: semicolons go with semicolons, commas with commas."""
    parted = sentence.words[tie] == ";"
    return {place: link for place, link in ties.items() if (sentence.words[place] == ";") == parted}
