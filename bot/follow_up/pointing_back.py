"""Messages that point back by a pronoun or leave their noun out, with that filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.follow_up.attributes import is_attribute
from bot.follow_up.filling import with_antecedents
from bot.follow_up.leaning import AS_IT_STANDS, Leaning
from bot.follow_up.parts.reading import read
from bot.follow_up.pronouns import Pronoun
from bot.follow_up.replacing import replaced
from bot.follow_up.resolved import Resolved

_WHAT_IS = "what is"


def with_antecedents_of(leaning: Leaning, found: tuple[Pronoun, ...]) -> Iterator[Resolved]:
    """The message with what its pronouns may point to, then as it stands."""
    message = leaning.form.message
    alone = Resolved(
        leaning.text,
        inherited=True,
        doubt=AS_IT_STANDS,
        further=bool(leaning.others()),
        bare=message.text,
    )
    recent = leaning.history.recent
    said = leaning.history.last.question.text.casefold()
    alone_asked = len(found) == 1 and leaning.form.is_fragment() and not message.own_words
    for filled in with_antecedents(message, found, recent, language=leaning.language):
        if alone_asked and filled.text.strip(" ?!.").casefold() in said:
            continue  # "and she?" is another one than was asked about
        text = "" if message.asking.end else _in_frame(leaning, filled.text)
        yield replace(alone, text=text or filled.text, doubt=filled.doubt)
    yield alone


def _in_frame(leaning: Leaning, filled: str) -> str:
    """A fragment such as "her brother's boat" in its place in the question before.

    "Its length" is asked by itself.
    """
    if not leaning.form.is_fragment():
        return ""
    fragment = read(filled, language=leaning.language)
    if len(fragment.phrases) == 1 and is_attribute(fragment, fragment.phrases[0]):
        return f"{_WHAT_IS} {filled}"
    return next(iter(replaced(fragment, leaning.history.last.question)), "")


def with_its_noun(leaning: Leaning, filled: str) -> Iterator[Resolved]:
    """The message with the noun that "one" or "none" stands for."""
    text = "" if leaning.form.message.asking.end else _in_frame(leaning, filled)
    yield Resolved(text or filled, inherited=True)
    yield Resolved(leaning.text, inherited=False, doubt=1.0)
