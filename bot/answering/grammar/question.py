"""A question as a sentence with a gap: what stands before and after the missing words.

"What did the keeper carry up the stairs?" is "the keeper carry _ up the stairs": the gap follows
the subject. "Who carried the lamp?" is "_ carried the lamp": the gap comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser
from retrieval.entities import NAMES
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question, Wanted

_NAME_WEIGHT = 1.5
_CONTRACTED = re.compile(r"\b(\w+?)['’]?s\b")
_KEPT = 64  # questions: every rule of a reply reads the same one
_NAMING = frozenset({"name", "names", "called", "named"})
_CLASSES = {
    Wanted.GROUP: "group",
    Wanted.MONEY: "amount",
    Wanted.PERCENTAGE: "amount",
    Wanted.DURATION: "amount",
    Wanted.NUMBER: "amount",
    Wanted.TITLE: "thing",
    Wanted.DEFINITION: "definition",
    Wanted.YES_NO: "thing",
}
_FITTING: dict[Wanted, frozenset[MentionKind]] = {
    Wanted.PERSON: frozenset({MentionKind.PERSON, MentionKind.NAME}),
    Wanted.GROUP: frozenset({MentionKind.GROUP, MentionKind.NAME}),
    Wanted.PLACE: frozenset({MentionKind.PLACE, MentionKind.NAME}),
    Wanted.DATE: frozenset({MentionKind.DATE}),
    Wanted.DURATION: frozenset({MentionKind.DURATION}),
    Wanted.NUMBER: frozenset({MentionKind.NUMBER, MentionKind.DURATION}),
    Wanted.MONEY: frozenset({MentionKind.MONEY}),
    Wanted.PERCENTAGE: frozenset({MentionKind.PERCENTAGE}),
    Wanted.TITLE: frozenset({MentionKind.TITLE, MentionKind.QUOTED}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The structure of a question.

    `wanted` is a class of answers (see `_answer_class`). `weights` tells how much each content term
    counts, `order` gives their order, the words of the wh-phrase left out. `focus` are the
    terms of the wh-phrase ("which small town": small, town), `head` its noun. `verb` is the term of
    the main verb. `gap_first` says that the answer is the subject; `preposition` stands before the
    gap, "" if none. `copular` marks "what is X".
    """

    wanted: str
    kinds: frozenset[MentionKind]
    weights: dict[str, float] = field(hash=False)
    order: tuple[str, ...]
    focus: frozenset[str]
    head: str
    verb: str
    gap_first: bool
    preposition: str
    copular: bool
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=_KEPT)
def read_question(question: Question) -> Asked:
    """The structure of a parsed question."""
    sentence = read_sentence(_in_full(question.text, question.language), language=question.language)
    words, tags, terms = sentence.words, sentence.tags, sentence.terms
    rules = syntax(question.language)
    stop = analyser(question.language).stop_terms
    asking = next((i for i, word in enumerate(words) if word in rules.asking), -1)
    end = _phrase_end(sentence, asking, question.language)
    focus = [i for i in range(asking + 1, end) if tags[i] in "NC#"]
    rest = [i for i in range(len(words)) if not asking <= i < end]
    content = [
        i
        for i in rest
        if terms[i] and terms[i] not in stop and (tags[i] in "NC#VEGA") and terms[i] != "do"
    ]
    verb, gap_first = _verb(sentence, end, question.language)
    if not verb and end < len(words) and _is_lone_verb(sentence, asking, end, question.language):
        verb, gap_first = terms[end], True
    subject = _subject(sentence, end)
    copular = bool(subject)
    if copular:
        gap_first, verb = False, ""
        focus = focus or subject
    head = _head(sentence, focus, question.language)
    preposition = _preposition(sentence, asking)
    gap_first = gap_first or _asks_for_agent(question, verb, preposition)
    return Asked(
        wanted=_answer_class(question, head),
        kinds=_kinds(question, words),
        weights={terms[i]: _NAME_WEIGHT if tags[i] in "C#" else 1.0 for i in content},
        order=tuple(terms[i] for i in content),
        focus=frozenset(terms[i] for i in focus),
        head=head,
        verb=verb,
        gap_first=gap_first,
        preposition=preposition,
        copular=copular,
        pairs=frozenset(pairwise(term for term in terms if term)),
    )


def _in_full(text: str, language: str) -> str:
    """A question with "what is" for "what's" and "whats"."""
    asking = syntax(language).asking
    return _CONTRACTED.sub(
        lambda found: f"{found[1]} is" if found[1].casefold() in asking else found[0], text
    )


def _asks_for_agent(question: Question, verb: str, preposition: str) -> bool:
    """Whether "by whom was it signed?" asks for who signed it."""
    doer = question.kind is Kind.WHO or question.wanted in (Wanted.PERSON, Wanted.GROUP)
    return bool(verb) and doer and preposition == "by"


def _kinds(question: Question, words: tuple[str, ...]) -> frozenset[MentionKind]:
    """The kinds of mention that would answer; a question for a name wants any kind of name."""
    fitting = _FITTING.get(question.wanted, frozenset())
    named = _NAMING & set(words) and (not fitting or fitting & NAMES)
    return fitting | NAMES | {MentionKind.QUOTED} if named else fitting


def _head(sentence: Sentence, focus: list[int], language: str) -> str:
    """The term of the noun that names what is asked for: "species" of "species of trees".

    "What kind of tree" asks for the tree.
    """
    for i, after in pairwise(focus):
        chain = sentence.words[i] in syntax(language).chains
        if after > i + 1 and "o" in sentence.tags[i:after] and not chain:
            return sentence.terms[i]
    return sentence.terms[focus[-1]] if focus else ""


def _answer_class(question: Question, head: str) -> str:
    """The class of answers, by which the model's weights differ."""
    if question.wanted is Wanted.DATE and head == "year":
        return "year"
    if question.kind is Kind.HOW_MANY and question.wanted is Wanted.THING:
        return "number"
    return _CLASSES.get(question.wanted, question.wanted.value)


def _phrase_end(sentence: Sentence, asking: int, language: str) -> int:
    """The token after the wh-phrase: the wh-word and the nouns right behind it."""
    rules = syntax(language)
    end = asking + 1
    if sentence.words[asking : asking + 1] and sentence.words[asking] in rules.asking_of_nouns:
        while (
            end < len(sentence.tags)
            and not _is_lone_verb(sentence, asking, end, language)
            and (
                sentence.tags[end] in "NC#-zA"
                or (sentence.words[end] in rules.degrees)
                or (sentence.tags[end] == "o" and sentence.tags[end + 1 : end + 2] in ("N", "C"))
            )
        ):
            end += 1
    return end


def _is_lone_verb(sentence: Sentence, asking: int, i: int, language: str) -> bool:
    """Whether a token is the one verb of "how many people live there", though it may be a noun."""
    counted = i > asking + 2 and sentence.words[asking + 1 : asking + 2] == ("many",)
    may_be = sentence.tags[i] == "N" and syntax(language).tags.get(sentence.words[i]) == "V"
    others = any(tag in "XVE" for tag in sentence.tags[i + 1 :])
    return counted and may_be and sentence.tags[i - 1] in "NC" and not others


def _subject(sentence: Sentence, end: int) -> list[int]:
    """The noun phrase after "what is", empty where the question is of another form."""
    tags = sentence.tags
    if sentence.words[end : end + 1] and sentence.words[end] in ("is", "are", "was", "were"):
        phrase = []
        for i in range(end + 1, len(tags)):
            if tags[i] in "NC#":
                phrase.append(i)
            elif tags[i] not in "Dz-A":
                return phrase if tags[i] in "PotS.,&" else []
        return phrase
    return []


def _verb(sentence: Sentence, end: int, language: str) -> tuple[str, bool]:
    """The term of the main verb, and whether the gap is its subject."""
    tags, terms = sentence.tags, sentence.terms
    inverted = False
    seen_subject = False
    if _is_bare_verb(sentence, end):
        return terms[end], True
    for i in range(end, len(tags)):
        if tags[i] == "X":
            inverted = True
        elif tags[i] in "VE" or (inverted and seen_subject and _may_be_verb(sentence, i, language)):
            return terms[i], not (inverted and seen_subject)
        elif tags[i] in "NCR#":
            seen_subject = True
    return "", False


def _is_bare_verb(sentence: Sentence, i: int) -> bool:
    """Whether a token is the unknown verb of "who performs at the fair?"."""
    asks_who = i == 1 and sentence.words[0] == "who"
    said = asks_who and sentence.tags[i : i + 1] == "N" and sentence.words[i].endswith("s")
    return said and not any(tag in "VEX" for tag in sentence.tags[i:])


def _may_be_verb(sentence: Sentence, i: int, language: str) -> bool:
    tags = sentence.tags
    numbered = (
        tags[i - 1] == "#" and tags[i - 2] in "NC"
    )  # "does article 7 demand", not "the 2017 demand"
    known = syntax(language).tags.get(sentence.words[i]) == "V"
    return known and (numbered or tags[i - 1] in "NC)RG")


def _preposition(sentence: Sentence, asking: int) -> str:
    """The preposition that the answer would follow: before the wh-word, or left at the end."""
    if asking > 0 and sentence.tags[asking - 1] in "Pot":
        return sentence.words[asking - 1]
    last = len(sentence.tags) - 1
    while last > 0 and sentence.tags[last] == ".":
        last -= 1
    return sentence.words[last] if last > 0 and sentence.tags[last] in "Pot" else ""
