"""A message with what its pronouns point to in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answering.grammar.words import words_of
from bot.follow_up.antecedents import Antecedent, Sort, antecedents
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading
from bot.follow_up.pronouns import Pronoun

_MOVING = frozenset({"go", "get", "travel", "come", "drive", "walk", "fly", "sail", "cycl"})


def with_antecedents(
    message: Reading, found: Sequence[Pronoun], said: Sequence[PastTurn], *, language: str
) -> tuple[Antecedent, ...]:
    """The message with its pronouns' places taken, likeliest reading first; () if none can be.

    Readings differ in what the first pronoun points to.
    """
    somebody = any(p.sort is Sort.PERSON for p in found)
    choices = [
        antecedents(
            p.sort,
            said[:1] if somebody and p.sort is Sort.PLACE else said,  # "when is she there?"
            message,
            language=language,
            subject=p.owner or _is_subject(message, p),
            minding=p.sort is Sort.SEVERAL and _does(message, p, words_of(language).minding),
            serving=p.sort is Sort.SEVERAL and _does(message, p, words_of(language).serving),
            pronoun=message.sentence.words[p.token],
        )
        for p in found
    ]
    pairs = [(p, c) for p, c in zip(found, choices, strict=True) if c]
    if not pairs:
        return ()
    (first, options), *others = pairs
    readings: dict[str, float] = {}
    for choice in options:
        taken = {first: choice.text}
        for pronoun, further in others:
            used = {text.casefold() for text in taken.values()}
            free = [antecedent for antecedent in further if antecedent.text.casefold() not in used]
            if free:
                taken[pronoun] = free[0].text
        readings.setdefault(_filled(message, taken), choice.doubt)
    return tuple(Antecedent(text, doubt) for text, doubt in readings.items())


def _is_subject(message: Reading, pronoun: Pronoun) -> bool:
    """Whether a pronoun stands where a subject does: in front, or right behind "did" or "is"."""
    before = message.sentence.tags[pronoun.token - 1 : pronoun.token]
    return not pronoun.token or before in ("X", "S", "&", ",")


def _does(message: Reading, pronoun: Pronoun, deeds: frozenset[str]) -> bool:
    """Whether a pronoun is the subject of a verb for one of some deeds: "why did they refuse"."""
    sentence = message.sentence
    place = sentence.run_end(pronoun.token + 1, "AX")
    return not pronoun.owner and not deeds.isdisjoint(sentence.terms[place : place + 1])


def _filled(message: Reading, taken: Mapping[Pronoun, str]) -> str:
    """The message with what was taken in the places of its pronouns."""
    text = message.text
    for pronoun, thing in sorted(taken.items(), key=lambda pair: -pair[0].token):
        start, end = message.sentence.slice(pronoun.token, pronoun.token + pronoun.tokens)
        led = message.sentence.tags[pronoun.token - 1 : pronoun.token] == "P"
        moves = not _MOVING.isdisjoint(message.sentence.terms[pronoun.token - 1 : pronoun.token])
        in_place = f"{'to' if moves else 'in'} " if pronoun.sort is Sort.PLACE and not led else ""
        text = (
            f"{text[:start]}{in_place}{thing}{_owner(thing) if pronoun.owner else ''}{text[end:]}"
        )
    return text


def _owner(thing: str) -> str:
    return "'" if thing.endswith("s") else "'s"
