"""What a question for a time wants dated: the happening, its verb, and which one of a series."""

from __future__ import annotations

from functools import cache

from bot.answering.grammar.alike import phrases_alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.grammar.words import words_of
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Question


def happens_once(question: Question) -> bool:
    """Whether it is asked when something was built or the like, which happens but once."""
    past = bool(listed("times.past", question.language) & question.words)
    return past and bool(doings(question) & words_of(question.language).once)


def happening(question: Question) -> frozenset[str]:
    """The nouns of what is to be dated, with what else may be said for them."""
    sentence = read_sentence(question.text, language=question.language)
    content = {token.start: token.term for token in question.content}
    light = polarity(question.language).light
    nouns = [
        content[start]
        for start, tag in zip(sentence.tokens.starts, sentence.tags, strict=True)
        if tag in "NC" and start in content and content[start] not in light | doings(question)
    ]
    same = phrases_alike(tuple(nouns), question.language)
    return frozenset(nouns).union(*(phrase for phrases in same.values() for phrase in phrases))


def doings(question: Question) -> frozenset[str]:
    """The verbs of a question that say more than that something is or takes place."""
    sentence = read_sentence(question.text, language=question.language)
    return (sentence.verbs | _infinitive(sentence)) - words_of(question.language).happens


def _infinitive(sentence: Sentence) -> set[str]:
    """The term of the unknown verb behind "will" or "did" and the subject: "will it reopen?"."""
    leading = syntax(sentence.language).leading
    place = next((n for n, word in enumerate(sentence.words) if word in leading), None)
    if place is None or set(sentence.tags[place + 1 :]) & set("VEX"):
        return set()
    end = sentence.run_end(place + 1, "DNCzR#-")
    before = sentence.tags[place + 1 : end - 1]
    return {sentence.terms[end - 1]} if set(before) & set("NCR") else set()


def order(question: Question) -> frozenset[str]:
    """The terms of a question that choose one of several in order: "next", "last"."""
    words = question.words & order_words(question.language)
    return frozenset(map(analyser(question.language).term, words))


@cache
def order_words(language: str) -> frozenset[str]:
    """Words that number things in a row without a number: last, next, latest."""
    return frozenset(str(lexicon(f"syntax_{language}").get("orders", "")).split())
