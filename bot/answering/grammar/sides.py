"""On which side of a verb its subject and its object stand."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from retrieval.question import Question

_BETWEEN = "A"  # tags that may stand between "was" and its participle


def may_do(sentence: Sentence, verb: int, place: int, *, subject: bool) -> bool:
    """Whether what stands at `place` may be the subject, or else the object, of the verb at `verb`.

    Before an active verb and behind the "by" of a passive one stands who does it.
    """
    if place < verb:
        return subject is not is_passive(sentence, verb)
    by = listed("people.by", sentence.language)
    return (not by.isdisjoint(sentence.words[verb:place])) is subject


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether "was" or the like stands before a participle, not before "building"."""
    before = sentence.run_start(verb, _BETWEEN) - 1
    copulas = syntax(sentence.language).copulas
    return sentence.tags[verb] != "G" and before >= 0 and sentence.words[before] in copulas


def asks_for_subject(question: Question, asked: Asked) -> bool:
    """Whether the one who does something is asked for, not one to whom it is done: "who won?"."""
    sentence = read_sentence(question.text, language=question.language)
    verbs = (n for n, term in enumerate(sentence.terms) if asked.verb and term == asked.verb)
    return asked.gap_first and not any(is_passive(sentence, verb) for verb in verbs)
