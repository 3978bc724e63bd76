"""Fragments that take their place by their own form: "against?", "third?", "the price?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.grammar.lexical import listed, pattern
from bot.follow_up.attributes import is_attribute
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import CONDITIONS
from bot.follow_up.replacing.putting import put
from retrieval.entities import Kind

_OF = "of"
_PAIRS = (("for", "against"), ("with", "without"), ("before", "after"), ("inside", "outside"))
_OPPOSITES = dict((*_PAIRS, *(pair[::-1] for pair in _PAIRS)))
_WHO_CAME = "who came"
_IN = "in"
_OWNING = ("'s", "’s", "s'", "s’")
_OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_NUMBERED = (Kind.DATE, Kind.ORDINAL, Kind.NUMBER)
_OF_SPACED = " of "
_WHAT_IS = "what is"


def turned_round(said: Sequence[str], earlier: Reading) -> str:
    """ "And against?" in the place of its opposite, "for"; "" where that was not said."""
    words = [word for word in said if word[0].isalnum()]
    opposite = _OPPOSITES.get(words[0], "") if len(words) == 1 else ""
    places = [n for n, word in enumerate(earlier.sentence.words) if n and word == opposite]
    if not places:
        return ""
    return put(earlier, *earlier.sentence.slice(places[-1], places[-1] + 1), words[0])


def came_in_place(text: str, earlier: Reading) -> str:
    """ "And third?" or "who came third?" of what somebody won; "" for other messages."""
    place = earlier.asking.end
    language = earlier.sentence.language
    asked = pattern("placings.asked", language).match(text)
    wins = listed("placings.winning", language).isdisjoint(
        earlier.sentence.words[place : place + 1]
    )
    if asked is None or text[asked.end() :].strip(" ?!.") or "the" in asked.group().split() or wins:
        return ""
    won = earlier.after(place + 1)
    led = earlier.sentence.tags[place + 1 : place + 2] in ("P", "t", "o", "A")
    return f"{_WHO_CAME} {asked['nth']} {'' if led or not won else f'{_IN} '}{won}".strip() + "?"


def won_among(fragment: Reading, earlier: Reading) -> str:
    """ "And the women?" of who won a race: "who won the women's race"; "" for other fragments."""
    place = earlier.asking.end
    wins = listed("placings.winning", earlier.sentence.language)
    among = next(iter(fragment.phrases), None)
    if wins.isdisjoint(earlier.sentence.words[place : place + 1]) or among is None:
        return ""
    won = next((p for p in earlier.phrases if not p.person and not p.preposition), None)
    if won is None or not (among.person and among.plural) or len(fragment.phrases) > 1:
        return ""
    group = fragment.text[among.start : among.end]
    owner = f"{group}'" if group.endswith("s") else f"{group}'s"
    prize = earlier.text[won.start : won.end]
    prize = prize.partition(" ")[2] if won.determined else prize
    return put(earlier, won.start, won.end, f"{owner} {prize}")


def of_attribute(fragment: Reading, earlier: Reading) -> str:
    """ "And the price?" of what a question was about: "what is the price of the course?".

    "" where the question itself asked for such a thing, whose place another one takes.
    """
    new = fragment.phrases[0] if len(fragment.phrases) == 1 else None
    if new is None or new.preposition or not (new.determined and is_attribute(fragment, new)):
        return ""
    attribute = fragment.text[new.start : new.end]
    about = next((p for p in earlier.phrases if not (p.asked or p.time)), None)
    known = any(is_attribute(earlier, phrase) for phrase in earlier.phrases)
    if about is None or known or _OF_SPACED in attribute:
        return ""
    return f"{_WHAT_IS} {attribute} {_OF} {earlier.text[about.start : about.end]}?"


def of_whatever(fragment: Reading, earlier: Reading) -> str:
    """ "The rowing club?" after "what is the fee?": "what is the fee of the rowing club?".

    "" where the fragment tells something of a thing itself, or the question said of what.
    """
    new = fragment.phrases[0] if len(fragment.phrases) == 1 else None
    asked = earlier.phrases[0] if len(earlier.phrases) == 1 else None
    if new is None or asked is None or new.preposition or new.time or new.person:
        return ""
    if is_attribute(fragment, new) or not is_attribute(earlier, asked) or fragment.of(*_NUMBERED):
        return ""
    told = earlier.text[asked.start : asked.end]
    if _OF_SPACED in told or len(asked.terms) > 1 or earlier.text[asked.end :].strip(" ?!."):
        return ""
    return f"{earlier.text[: asked.end]} {_OF} {fragment.text[new.start : new.end]}?"


def under_condition(fragment: Reading, earlier: Reading) -> str:
    """The earlier question with another "if", in the place of its own if it has one."""
    words = earlier.sentence.words
    place = next((i for i, word in enumerate(words) if i and (word,) in CONDITIONS), len(words))
    end = earlier.sentence.tokens.starts[place] if place < len(words) else len(earlier.text)
    return f"{earlier.text[:end].strip(' ?!.,')} {fragment.text.strip(' ?!.,')}?"


def by_owner(fragment: Reading, earlier: Reading) -> str:
    """ "And the women's?" in the place of another owner, "the men's" or "her"; "" for neither."""
    owner = fragment.text.strip(" ?!.,")
    if not owner.endswith(_OWNING):
        return ""
    led = next((p.preposition for p in fragment.phrases if p.preposition), "")
    owner = owner[len(led) :].strip() if owner.casefold().startswith(f"{led} ") else owner
    for phrase in earlier.phrases:
        old = earlier.text[phrase.start : phrase.end]
        ends = [old.find(f"{mark} ") + len(mark) for mark in _OWNING if f"{mark} " in old]
        if ends:
            return put(earlier, phrase.start, phrase.start + min(ends), owner)
        word = old.split()[0]
        if word.casefold() in _OWNERS and word != old:
            return put(earlier, phrase.start, phrase.start + len(word), owner)
    return ""


def by_participle(fragment: Reading, earlier: Reading) -> str:
    """ "And injured?" in the place of what was done: "how many were killed?"; "" for neither."""
    sentence, tags = fragment.sentence, earlier.sentence.tags
    said = [place for place, word in enumerate(sentence.words) if word[0].isalnum()]
    done = next((n for n, tag in enumerate(tags) if tag == "E" and "X" in tags[:n]), None)
    if done is None or len(said) != 1 or sentence.tags[said[0]] != "E":
        return ""
    start, end = earlier.sentence.tokens.starts[done], earlier.sentence.tokens.ends[done]
    return put(earlier, start, end, sentence.words[said[0]])
