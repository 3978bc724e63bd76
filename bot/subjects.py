"""What a question is about: its noun phrases, and what stands behind its question word."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.question import Question
from retrieval.records import Span

_IN_PHRASE = frozenset('NC#D-"z')
_HEADS = frozenset("NC#")
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})
_AMOUNTS = frozenset({"many", "much", "long", "far", "often", "old", "big", "large", "high"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase of a text: its place, and whether it speaks of several things."""

    span: Span
    plural: bool


def noun_phrases(text: str, *, language: str) -> tuple[NounPhrase, ...]:
    """The noun phrases of a question, "of" phrases included, without the one that asks."""
    sentence = read_sentence(text, language=language)
    start = _behind_asking(sentence)
    found = []
    while start < len(sentence.tags):
        end = _phrase_end(sentence, start)
        if end > start and any(tag in _HEADS for tag in sentence.tags[start:end]):
            found.append(_phrase(sentence, start, end))
        start = max(end, start + 1)
    return tuple(found)


def subject(question: Question, *, plural: bool | None = None) -> str:
    """The words a question is about; with `plural`, of several phrases one of that number.

    A phrase with a name, a number or an ordinal goes before others.
    """
    text = question.text
    phrases = noun_phrases(text, language=question.language)
    if plural is not None and any(phrase.plural is plural for phrase in phrases):
        phrases = tuple(phrase for phrase in phrases if phrase.plural is plural)
    telling = [token.start for token in question.terms if token.term[0].isdigit()]
    telling += [name.start for name in question.names]
    for phrase in phrases:
        if any(phrase.span.start <= place < phrase.span.end for place in telling):
            return text[slice(*phrase.span)]
    if phrases:
        return text[slice(*phrases[0].span)]
    if question.content:
        return text[question.content[0].start : question.content[-1].end]
    return text.strip(" ?!.")


def behind_question_word(question: Question) -> str:
    """What stands behind the words that ask ("on which days"), "" where nothing asks."""
    sentence = read_sentence(question.text, language=question.language)
    start = _behind_asking(sentence)
    if not start or start >= len(sentence.tags):
        return ""
    return question.text[sentence.tokens.starts[start] :].strip(" ?!.")


def _behind_asking(sentence: Sentence) -> int:
    """The token behind the question word and its noun; 0 where nothing asks."""
    for place, word in enumerate(sentence.words):
        if word in _ASKING:
            end = place + 1
            while end < len(sentence.tags) and (
                sentence.words[end] in _AMOUNTS or sentence.tags[end] in "NC#"
            ):
                end += 1
            return end
    return 0


def _phrase_end(sentence: Sentence, start: int) -> int:
    end = start
    while end < len(sentence.tags) and sentence.tags[end] in _IN_PHRASE:
        end += 1
    if end > start and sentence.tags[end : end + 1] == "o":
        further = _phrase_end(sentence, end + 1)
        return further if further > end + 1 else end
    return end


def _phrase(sentence: Sentence, start: int, end: int) -> NounPhrase:
    """The phrase without a verb that looks like a noun at its end."""
    known = syntax("en").tags
    last = sentence.words[end - 1]
    asked = any(tag == "X" for tag in sentence.tags[:start])
    if asked and end - start > 1 and known.get(last) == "V" and "o" not in sentence.tags[start:end]:
        end -= 1
    head = end - 1
    if "o" in sentence.tags[start:end]:
        head = sentence.tags.index("o", start) - 1
    word = sentence.words[head]
    return NounPhrase(
        span=Span(*sentence.slice(start, end)),
        plural=word.endswith("s") and not word.endswith(("ss", "us", "is")),
    )
