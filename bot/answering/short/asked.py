"""A question as a sentence with a gap: what stands before and after the missing words.

"What did the keeper carry up the stairs?" is "the keeper carry _ up the stairs": the gap follows
the subject. "Who carried the lamp?" is "_ carried the lamp": the gap comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser
from retrieval.question import Question

_ASKING = frozenset("what which who whom whose when where why how".split())
_DEGREE = frozenset("many much long old far often high tall big large deep fast wide".split())
_NAME_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Asked:
    """The structure of a question.

    `wanted` is a class of answers (see `answer_class`). `weights` tells how much each content term
    counts, `order` gives their order, the words of the wh-phrase left out. `focus` are the
    terms of the wh-phrase ("which small town": small, town), `head` its noun. `verb` is the term of
    the main verb. `gap_first` says that the answer is the subject; `preposition` stands before the
    gap, "" if none. `copular` marks "what is X".
    """

    wanted: str
    weights: dict[str, float]
    order: tuple[str, ...]
    focus: frozenset[str]
    head: str
    verb: str
    gap_first: bool
    preposition: str
    copular: bool
    words: frozenset[str]


def read_question(question: Question) -> Asked:
    """The structure of a parsed question."""
    sentence = read_sentence(question.text, language=question.language)
    words, tags, terms = sentence.words, sentence.tags, sentence.terms
    stop = analyser(question.language).stop_terms
    asking = next((i for i, word in enumerate(words) if word in _ASKING), -1)
    end = _phrase_end(sentence, asking)
    focus = [i for i in range(asking + 1, end) if tags[i] in "NC#"]
    rest = [i for i in range(len(words)) if not asking <= i < end]
    content = [
        i
        for i in rest
        if terms[i] and terms[i] not in stop and (tags[i] in "NC#VEGA") and terms[i] != "do"
    ]
    verb, gap_first = _verb(sentence, end)
    copulas = syntax(question.language).copulas
    copular = end < len(words) and words[end] in copulas and not verb
    if copular:
        gap_first = False
    return Asked(
        wanted=answer_class(question, words, asking),
        weights={terms[i]: _NAME_WEIGHT if tags[i] in "C#" else 1.0 for i in content},
        order=tuple(terms[i] for i in content),
        focus=frozenset(terms[i] for i in focus),
        head=terms[focus[-1]] if focus else "",
        verb=verb,
        gap_first=gap_first,
        preposition=_preposition(sentence, asking),
        copular=copular,
        words=frozenset(terms),
    )


def answer_class(question: Question, words: tuple[str, ...], asking: int) -> str:
    """The class of answers, by which the model's weights differ."""
    word = words[asking] if asking >= 0 else ""
    after = words[asking + 1] if 0 <= asking < len(words) - 1 else ""
    if word == "how":
        return "number" if after in _DEGREE else "how"
    if word in ("what", "which"):
        return question.wanted.value if question.wanted.value != "thing" else "what"
    return {"whom": "who", "whose": "who"}.get(word, word) or "what"


def _phrase_end(sentence: Sentence, asking: int) -> int:
    """The token after the wh-phrase: the wh-word and the nouns right behind it."""
    end = asking + 1
    if sentence.words[asking : asking + 1] in (("how",), ("what",), ("which",), ("whose",)):
        while end < len(sentence.tags) and (
            sentence.tags[end] in "NC#-zA"
            or (sentence.words[end] in _DEGREE)
            or (sentence.tags[end] == "o" and sentence.tags[end + 1 : end + 2] in ("N", "C"))
        ):
            end += 1
    return end


def _verb(sentence: Sentence, end: int) -> tuple[str, bool]:
    """The term of the main verb, and whether the gap is its subject."""
    tags, terms = sentence.tags, sentence.terms
    inverted = False
    seen_subject = False
    for i in range(end, len(tags)):
        if tags[i] == "X":
            inverted = True
        elif tags[i] in "VE" or (inverted and seen_subject and _may_be_verb(sentence, i)):
            return terms[i], not (inverted and seen_subject)
        elif tags[i] in "NCR#":
            seen_subject = True
    return "", False


def _may_be_verb(sentence: Sentence, i: int) -> bool:
    rules = syntax("en")
    return rules.tags.get(sentence.words[i]) == "V" and sentence.tags[i - 1] in "NC)R"


def _preposition(sentence: Sentence, asking: int) -> str:
    """The preposition that the answer would follow: before the wh-word, or left at the end."""
    if asking > 0 and sentence.tags[asking - 1] in "Pot":
        return sentence.words[asking - 1]
    last = len(sentence.tags) - 1
    while last > 0 and sentence.tags[last] == ".":
        last -= 1
    return sentence.words[last] if last > 0 and sentence.tags[last] in "Pot" else ""
