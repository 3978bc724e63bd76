"""Who may or must do what is asked, told before the verb: "any two members may call a meeting"."""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence
from retrieval.question import Kind, Question
from retrieval.records import Span
from retrieval.synonyms import SAME

_PHRASE = frozenset("NCD#-o&z")


def entitled_told(question: Question, sentence: Sentence) -> Span | None:
    """The one subject of "may", "must" or "shall" and the verb of a question for who does it.

    It is not told where that is denied, or a pronoun stands for it.
    """
    asked = read_question(question)
    if question.kind is not Kind.WHO or not (asked.verb and asked.gap_first):
        return None
    deeds = alike(asked.verb, question.language, least=SAME)
    known = {token.term for token in question.content}
    told = []
    for place, term in enumerate(sentence.terms):
        modal = _modal_before(sentence, place) if term in deeds else None
        if modal is None or known.isdisjoint(sentence.terms[place + 1 :]):
            continue
        start = sentence.run_start(modal, _PHRASE)
        start += sentence.tags[start] in "o&-z"
        subject = set(filter(None, sentence.terms[start:modal]))
        if set(sentence.tags[start:modal]) & set("NC") and not subject <= known:
            told.append((start, modal))
    return Span(*sentence.slice(*told[0])) if len(told) == 1 else None


def _modal_before(sentence: Sentence, place: int) -> int | None:
    """The modal verb that a verb stands behind, adverbs between them passed over."""
    modal = sentence.run_start(place, "A") - 1
    denied = not polarity(sentence.language).negations.isdisjoint(sentence.terms[modal:place])
    modals = listed("people.modals", sentence.language)
    return modal if modal > 0 and sentence.words[modal] in modals and not denied else None
