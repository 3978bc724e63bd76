"""What a question of its own takes over from the one before: a noun, a fuller name, a scope."""

from __future__ import annotations

from bot.answering.grammar.sentence import syntax
from bot.follow_up.parts.phrases import Phrase, Slot
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import AT_PLACES
from retrieval.entities import Kind

_TAKING_PART = (("part",), ("particip",), ("compet",))
_OTHER = frozenset({"other", "others"})
_ONES = (("one",), ("ones",))
_TO = ("to",)
_POINTING = (("that",), ("this",), ("which",))


def noun_filled(message: Reading, earlier: Reading) -> str:
    """ "Who attended the second?" with the noun that the earlier question numbers."""
    for slot in message.of(Kind.ORDINAL):
        if not _leaves_its_noun_out(message, slot):
            continue
        inside = next((p for p in message.phrases if p.start <= slot.start < p.end), None)
        if inside is not None and message.text[slot.end : inside.end].strip(" ") not in ("", "one"):
            continue
        for phrase in earlier.phrases:
            if _is_other(earlier, phrase):
                continue  # nobody counts a second other eye
            numbered = [s for s in earlier.of(Kind.ORDINAL) if phrase.start <= s.start < phrase.end]
            noun = earlier.text[numbered[0].end if numbered else phrase.start : phrase.end].strip()
            if phrase.determined and not numbered:
                noun = noun.partition(" ")[2]
            if noun and not (phrase.name and not numbered):
                end = inside.end if inside is not None else slot.end
                word = message.text[slot.start : slot.end]
                return f"{message.text[: slot.start]}{word} {noun}{message.text[end:]}"
    return ""


def _leaves_its_noun_out(message: Reading, slot: Slot) -> bool:
    """Whether an ordinal is led in and has no noun: "the second?", not "the next train" or "came
    first".
    """
    sentence = message.sentence
    starts = sentence.tokens.starts
    place = starts.index(slot.start)
    behind = next((i for i in range(place, len(starts)) if starts[i] >= slot.end), len(starts))
    led = sentence.tags[place - 1 : place] == "D" or sentence.words[place - 1 : place] in _POINTING
    if place not in range(*message.asking) and not led:
        return False
    if sentence.words[behind : behind + 1] in _ONES:
        return True
    if sentence.words[behind : behind + 1] == _TO:
        return False  # who was the first to do it
    kind = sentence.tags[behind : behind + 1]
    verbs = [i for i, tag in enumerate(sentence.tags) if tag in "VE" and i != behind]
    copulas = syntax(sentence.language).copulas
    has_verb = bool(verbs) or not copulas.isdisjoint(sentence.words[: behind + 1])
    return kind not in tuple("NCDEG#") and not (kind == "V" and has_verb)


def bridged(message: Reading, earlier: Reading) -> str:
    """The message with "the meeting" told as before: "the first Astana meeting"."""
    for phrase in message.phrases:
        for old in earlier.phrases:
            if old.head == phrase.head and phrase.terms < old.terms and phrase.determined:
                told = earlier.text[old.start : old.end]
                if _is_other(message, phrase):
                    told = f"the other {told.partition(' ')[2] if old.determined else told}"
                return f"{message.text[: phrase.start]}{told}{message.text[phrase.end :]}"
    return ""


def asks_of_the_other(message: Reading, earlier: Reading) -> bool:
    """Whether a message asks of another one of what was asked about: "the other bell"."""
    heads = {phrase.head for phrase in earlier.phrases}
    return any(p.head in heads and _is_other(message, p) for p in message.phrases)


def _is_other(message: Reading, phrase: Phrase) -> bool:
    words = message.text[phrase.start : phrase.end].casefold().split()
    return not _OTHER.isdisjoint(words)


def scope(message: Reading, earlier: Reading) -> str:
    """What bounds the earlier question: an ordinal with its noun, a name behind "in", a date.

    It is put so that it may stand behind the message, which has no other place than its own.
    """
    placed = any(p.determined and p.preposition in AT_PLACES for p in message.phrases)
    others = AT_PLACES if placed else frozenset()
    numbered = [slot.start for slot in earlier.of(Kind.ORDINAL)]
    bounding = [
        phrase
        for phrase in earlier.phrases
        if any(phrase.start <= at < phrase.end for at in numbered)
        or (phrase.name and phrase.preposition and phrase.preposition not in others)
    ]
    parts = [tied(message, earlier, phrase) for phrase in bounding[:1]]
    parts += [
        f"{date.preposition} {earlier.text[date.start : date.end]}".strip()
        for date in earlier.of(Kind.DATE)
        if not any(phrase.start <= date.start < phrase.end for phrase in bounding[:1])
    ]
    return " ".join(parts)


def tied(message: Reading, earlier: Reading, phrase: Phrase) -> str:
    """A phrase as it may stand behind a message, with a preposition unless it is its object.

    "Who attended" the meeting, "who took part" in it, "how many seats" of it, "who voted against"
    it.
    """
    sentence = message.sentence
    told = [place for place, word in enumerate(sentence.words) if word[0].isalnum()]
    last = told[-1] if told else 0
    by_itself = "in" if sentence.terms[last : last + 1] in _TAKING_PART else "of"
    alone = message.asking.end - message.asking.start == 1  # the wh-word asks for the subject
    if by_itself == "of" and alone and last == message.asking.end and sentence.tags[last] in "VE":
        by_itself = ""
    text = earlier.text[phrase.start : phrase.end]
    led = sentence.tags[last : last + 1] == "P"
    return text if led else f"{phrase.preposition or by_itself} {text}".strip()
