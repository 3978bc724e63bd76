"""A message without what only leads in or out of its question."""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.follow_up.parts.phrases import MEASURES
from bot.phrasing import FollowUpWords
from retrieval.analysis import surfaces
from retrieval.question.grammar import grammar_of

_WHAT = "what"
_FOR_WHAT = ("what", "for")
_WHY = "why"
_IS = "is"
_COUNTED = frozenset({"many", "few", "little", "often", "late", "early"})
_IN_A_PHRASE = frozenset("DNCG#-Pot")
_POINTING = frozenset({"it", "they", "he", "she"})


def without_frame(text: str, words: FollowUpWords) -> tuple[str, bool]:
    """The message without "and" or "no, I meant" around it, and whether one stood in front."""
    opened = False
    while True:
        match = words.opener.match(text)
        if match is None or not text[match.end() :].strip(" ?!.,"):
            break
        if opened and syntax(words.language).tags.get(match.group().strip(" ,")) == "D":
            break  # the "an" of "and an apple?" is no slip for "and"
        text, opened = text[match.end() :], True
    while True:
        match = words.trailer.search(text)
        if match is None or not text[: match.start()].strip(" ?!.,"):
            return text, opened
        text = text[: match.start()]


def without_request(text: str, language: str) -> str:
    """The question of "can you tell me when" and "do you know who paid it", without the request.

    "What for?" is "why?". The message as it is where no wh-word follows: "tell me about the mill".
    """
    if tuple(surfaces(text.casefold())) == _FOR_WHAT:
        return _WHY
    lead = grammar_of(language).leads.match(text)
    rest = text[lead.end() :] if lead is not None else ""
    words = surfaces(rest)[:2]
    syntactic = syntax(language)
    led = words[1:] if syntactic.tags.get(words[0] if words else "") in ("P", "t") else words[:1]
    return rest if not syntactic.asking.isdisjoint(led) else text


def in_its_place(text: str, language: str) -> str:
    """ "The tour, how long is it?" as "how long is the tour?": what is named first in its place.

    "The tour, how long?" is the same.
    """
    plain = set(surfaces(text.casefold()))
    of_it = {_WHAT, *syntax(language).adverbial}
    if not syntax(language).tags or not plain & of_it or not (plain & _POINTING or "," in text):
        return text
    sentence = read_sentence(text, language=language)
    tags, words = sentence.tags, sentence.words
    asking = next((n for n, word in enumerate(words) if word in of_it), 0)
    end = asking - (tags[asking - 1 : asking] == ",")
    if end < 1 or tags[0] not in "DNCG" or not set(tags[:end]) <= _IN_A_PHRASE:
        return text
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    place = next((i for i in range(asking, len(tags) - 1) if tags[i : i + 2] == "XR"), -1) + 1
    if not place and tags[end : end + 1] == "," and _asks_barely(sentence, asking):
        return f"{text[starts[asking] :].strip(' ?!.')} {_IS} {text[: ends[end - 1]]}?"
    if not place or words[place] not in _POINTING:
        return text
    thing = text[: ends[end - 1]]
    if text[ends[end - 1] : starts[asking]].strip(" ,"):
        return text  # "the tower; how high is it"
    if tags[0] == "D":
        thing = thing[0].lower() + thing[1:]
    return f"{text[starts[asking] : starts[place]]}{thing}{text[ends[place] :]}"


def _asks_barely(sentence: Sentence, place: int) -> bool:
    """Whether nothing but a wh-word, or "how" with a measure, stands from a place on."""
    match sentence.spoken(place):
        case ["when" | "where"]:
            return True
        case ["how", measure]:
            return measure in MEASURES - _COUNTED
    return False
