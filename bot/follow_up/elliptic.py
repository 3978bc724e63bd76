"""Questions without a verb: "how much for the day?", "and how many cars?", "when was the second?".

Their verb is that of the question before, whose parts give way to theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.grammar.sentence import syntax
from bot.follow_up.carrying import noun_filled
from bot.follow_up.form import Form
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.phrases import MEASURES, Phrase
from bot.follow_up.parts.reading import Reading, read
from bot.follow_up.parts.words import HOW_MUCH
from bot.follow_up.reframing import reframed
from bot.follow_up.replacing import replaced
from bot.follow_up.resolved import Resolved
from retrieval.question import Wanted, parse_question

LEANING = 5.0  # doubt that a question which "and" opens and no verb is in stands alone

_MANY = frozenset({"many", "few"})
_COUNTING = (("how", "many"), ("how", "much"))


def leaves_its_verb_out(form: Form, last: PastTurn) -> bool:
    """Whether a question is only a wh-word with dates, ordinals, names or a phrase."""
    if form.asks_of_a_phrase():
        return bool(last.question.asking.end)
    return not form.message.own_words and form.asks_with_slots()


def asked_of_others(form: Form, last: PastTurn, text: str) -> Iterator[Resolved]:
    """The earlier question with its wh-word and phrases replaced, then the message's own `text`."""
    message = form.message
    if measured := _measured(message, last.question):
        yield Resolved(measured, inherited=True)
        return
    language = message.sentence.language
    asked = message.text[slice(*message.sentence.slice(*message.asking))]
    fragment = read(form.behind_asking(), language=language)
    counted = counted_instead(message, last.question)
    earlier = read(counted, language=language) if counted else last.question
    for place, filled in enumerate(replaced(fragment, earlier)):
        if counted or _asks_alike(message, last):
            yield Resolved(filled, inherited=True, doubt=float(place), instead=fragment.text)
            continue
        question = parse_question(filled, language=language)
        anew = reframed(asked.casefold(), read(filled, language=language), question, short="")
        yield Resolved(anew, inherited=True, doubt=float(place))
    if form.asks_of_a_phrase():
        yield Resolved(text, inherited=False, doubt=LEANING if form.opened else 1.0)


def _measured(message: Reading, earlier: Reading) -> str:
    """ "How long is the second one?" of what was asked about otherwise: "the second walk"."""
    sentence = message.sentence
    measured = sentence.words[message.asking.end - 1] in MEASURES - _MANY
    copulas = syntax(sentence.language).copulas
    being = not copulas.isdisjoint(sentence.words[message.asking.end :][:1])
    alike = earlier.sentence.words[slice(*earlier.asking)] == sentence.words[slice(*message.asking)]
    return noun_filled(message, earlier) if measured and being and not alike else ""


def counted_instead(message: Reading, earlier: Reading) -> str:
    """ "How many ships came?" with the cars of "and how many cars?"; "" where both do not count."""
    new, old = _counted(message), _counted(earlier)
    led = message.sentence.tags[message.asking.start - 1 : message.asking.start] == "P"
    if new is None or old is None or led:  # "from how many towns?"
        return ""
    noun = message.text[new.start : new.end]
    return f"{earlier.text[: old.start]}{noun}{earlier.text[old.end :]}"


def _counted(reading: Reading) -> Phrase | None:
    """The noun of "how many ships"."""
    words = reading.sentence.words[reading.asking.start :][:2]
    return next((p for p in reading.phrases if p.asked), None) if words in _COUNTING else None


def _asks_alike(message: Reading, last: PastTurn) -> bool:
    """Whether a message asks for what was asked for before: "how much" for a price."""
    question = last.turn.question
    priced = message.sentence.words[message.asking.start :][:2] == HOW_MUCH
    return message.question.kind is question.kind or (priced and question.wanted is Wanted.MONEY)
