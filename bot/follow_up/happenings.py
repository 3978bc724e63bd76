"""What happened, where it was asked about people only: "when was it?" after "how many were hurt?".

"It" is the accident in which they were, not what they did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import syntax
from bot.follow_up.antecedents.wording import wording
from bot.follow_up.form import Form
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading, read
from bot.follow_up.parts.words import HOW_MANY
from bot.follow_up.set_forms import asks_of_doing_it, points_at_all

_IT = frozenset({"it", "that", "this"})
_WHAT_HAPPENED = ("what", "happened")
_OF_COURSE = frozenset({"when", "why", "where"})  # "how did it end?" asks of the end
_WHO = "who"


def asks_of_happening(form: Form, earlier: Reading) -> bool:
    """Whether a message asks of "it" that it happened, and the earlier question of people."""
    sentence = form.message.sentence
    if not form.message.asking.end or _IT.isdisjoint(sentence.words):
        return False
    if asks_of_doing_it(form, earlier):
        return False
    happens = not listed("happenings.deeds", sentence.language).isdisjoint(sentence.words)
    alone = happens and len(form.message.own_words) <= 1
    bare = points_at_all(form) and form.message.word in syntax(sentence.language).adverbial
    return (alone or bare) and (_is_of_people(earlier) or _of_what_happened(earlier))


def begun(form: Form, earlier: Reading) -> bool:
    """Whether "it" began or ended, and is what the people of the earlier question did: a strike."""
    sentence = form.message.sentence
    deeds = listed("happenings.course", sentence.language)
    match sentence.spoken():
        case [_, _, "it", began] if began in deeds and form.message.word in _OF_COURSE:
            subject = next(iter(earlier.phrases), None)
        case _:
            return False
    return (
        bool(earlier.asking.end)
        and all(p.person or p.plural for p in earlier.phrases if not p.preposition)
        and subject is not None
        and bool(earlier.text[subject.end :].strip(" ?!."))
    )


def _of_what_happened(earlier: Reading) -> bool:
    """Whether a question is what happened somewhere, or to somebody."""
    return earlier.sentence.words[: len(_WHAT_HAPPENED)] == _WHAT_HAPPENED


def _is_of_people(earlier: Reading) -> bool:
    """Whether people were counted, or it was asked who came to harm: no deed of theirs is "it"."""
    words = earlier.sentence.words
    if words[:2] == HOW_MANY:
        counted = next((p for p in earlier.phrases if p.asked), None)
        return counted is None or counted.person
    being = not syntax(earlier.sentence.language).copulas.isdisjoint(words[1:2])
    listed_or_told = not earlier.asking.end or (earlier.word == _WHO and being)
    return listed_or_told and of_harm(earlier)


def of_harm(earlier: Reading) -> bool:
    """Whether a question speaks of people who came to harm: "list the victims"."""
    language = earlier.sentence.language
    return not listed("happenings.harm", language).isdisjoint(earlier.sentence.words)


def happenings(form: Form, said: Sequence[PastTurn]) -> Iterator[str]:
    """A message with what happened in the place of its "it": "when was the accident?".

    It is what the last questions named, else what the last quote did.
    """
    message = form.message
    place = next(n for n, word in enumerate(message.sentence.words) if word in _IT)
    start, end = message.sentence.slice(place, place + 1)
    language = message.sentence.language
    for turn in said:
        if _of_what_happened(turn.question):
            yield f"{outright_happening(form).strip(' ?!.')} {turn.question.after(2)}?"
    quoted = [read(said[0].passage, language=language)] if said[0].passage else []
    for reading in [*(turn.question for turn in said), *quoted]:
        for phrase in reading.phrases:
            for named in _parts(wording(reading, phrase)):
                if named.casefold().split()[-1] in listed("happenings.nouns", language):
                    yield f"{message.text[:start]}{_the(named)}{message.text[end:]}"


def _parts(phrase: str) -> tuple[str, ...]:
    """A phrase, and what stands behind its "of": "the mine fire" in "the dead of the mine fire"."""
    head, of, rest = phrase.partition(" of ")
    return (head, rest) if of and rest else (phrase,)


def outright_happening(form: Form) -> str:
    """ "When was that?" as "when did it happen?", any other message as it is."""
    message = form.message
    if message.own_words or message.word not in syntax(message.sentence.language).adverbial:
        return message.text
    return f"{message.word} did it happen?"


def _the(happening: str) -> str:
    """ "Crash" as "the crash"."""
    bare = len(happening.split()) == 1 and happening.islower()
    return f"the {happening}" if bare else happening
