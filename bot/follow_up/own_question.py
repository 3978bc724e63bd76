"""A question with words of its own: as it stands, and with what was spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.follow_up.carrying import asks_of_the_other, bridged, noun_filled, scope, tied
from bot.follow_up.leaning import Leaning
from bot.follow_up.resolved import Resolved
from retrieval.entities import NAMES, Kind

OF_ALL = 1.5  # doubt that "who attended?" asks of all meetings where one of them was spoken of


def own_question(leaning: Leaning) -> Iterator[Resolved]:
    """A question with words of its own: as it stands, and with what was spoken of."""
    form, message, earlier = leaning.form, leaning.form.message, leaning.history.last.question
    filled = noun_filled(message, earlier) or bridged(message, earlier)
    alone = Resolved(leaning.text, inherited=False)
    another = asks_of_the_other(message, earlier)
    if another:
        yield replace(alone, inherited=True, further=True)
    if filled:
        yield Resolved(filled, inherited=True, doubt=float(another), further=another)
    if filled or another:
        yield replace(alone, doubt=1.0)
        return
    if form.is_whole() or message.of(*NAMES, Kind.DATE, Kind.ORDINAL):
        yield alone
        return
    bounds = scope(message, earlier)
    subject = earlier.phrases[0] if earlier.phrases else None
    texts = [bounds] if bounds else []
    few = form.says_one_thing()
    leans = form.opened and (form.speaks_of_anybody() or not form.has_a_subject())
    if not texts and subject is not None and (leans or few):
        texts.append(tied(message, earlier, subject))
    of_anybody = replace(form, message=earlier).speaks_of_anybody()
    begun = (form.opened and not of_anybody) or (few and form.speaks_of_anybody())
    of_one = bool(bounds) and form.asks_only_who_did_it()
    begun = begun or of_one
    doubt = OF_ALL if of_one else 0.5 if begun else 0.0
    bare = message.text.strip(" ?!.")
    with_bounds = [
        Resolved(f"{bare} {text}?", inherited=True, doubt=0.0 if begun else 0.5) for text in texts
    ]
    by_itself = replace(alone, doubt=doubt)
    yield from [*with_bounds, by_itself] if of_one else [by_itself, *with_bounds]


def of_those_counted(leaning: Leaning, counted: str) -> Iterator[Resolved]:
    """ "How many came?" of whoever was spoken of, then by itself and in the bounds of before."""
    yield Resolved(counted, inherited=True)
    for reading in own_question(leaning) if leaning.form.message.own_words else ():
        yield replace(reading, doubt=reading.doubt + 1.0)
