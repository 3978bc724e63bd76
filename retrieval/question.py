"""A message to a Question: what kind of thing is asked for, and in which terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from retrieval.analysis import Token, analyser
from retrieval.asking import asked_for, asking_sentence, asks_by_phrases
from retrieval.entities import NAMES, Mention, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.kinds import Kind, Wanted
from retrieval.lexicon import lexicon
from retrieval.records import Span

__all__ = ["Kind", "Question", "Wanted", "asking_part", "parse_question"]


@dataclass(frozen=True, slots=True)
class Question:
    """An analysed message.

    `terms` are all its tokens, `content` those that a passage should share: of the sentence that
    asks, without stop words and words that only ask. `focus` are the nouns that name what is asked
    for ("country" in "which country"). `names` and `dates` are mentions in it, `ordinals` the
    numbers of its ordinals ("the 7th": 7). Spans are into `text`.
    """

    text: str
    language: str
    kind: Kind
    wanted: Wanted
    terms: tuple[Token, ...]
    content: tuple[Token, ...]
    focus: tuple[Token, ...]
    names: tuple[Mention, ...]
    dates: tuple[Mention, ...]
    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The question words of one language."""

    chat: Mapping[str, str]
    leads: re.Pattern[str]
    auxiliaries: frozenset[str]
    lists: re.Pattern[str]
    definitions: re.Pattern[str]
    of_chains: frozenset[str]
    sorts: frozenset[str]
    causing: frozenset[str]
    nouns: Mapping[str, Wanted]
    adjectives: Mapping[str, Wanted]
    past: frozenset[str]

    def asks(self, word: str) -> bool:
        """Whether a word belongs to the form of a question, not to its content."""
        return word in _ASKING or word in self.auxiliaries or word in _AMOUNTS


_ASKING = {
    "who": (Kind.WHO, Wanted.PERSON),
    "whom": (Kind.WHO, Wanted.PERSON),
    "whose": (Kind.WHO, Wanted.PERSON),
    "when": (Kind.WHEN, Wanted.DATE),
    "where": (Kind.WHERE, Wanted.PLACE),
    "why": (Kind.WHY, Wanted.REASON),
    "which": (Kind.WHICH, Wanted.THING),
    "what": (Kind.WHAT, Wanted.THING),
    "how": (Kind.HOW, Wanted.MANNER),
}
_SENTENCE = re.compile(r"[^.?!\n]+(?:[.](?=\w)[^.?!\n]+)*[?!.]*")
_ORDINAL = re.compile(r"(\d+)th")
_AMOUNTS = frozenset({"many", "much"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_BREAKS = frozenset(
    {
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "with",
        "about",
        "as",
        "and",
        "or",
        "who",
        "that",
        "which",
    }
)
LONGEST_DEFINED = 5  # words of a thing whose definition is asked for
_FOCUS_REACH = 6  # tokens behind "what" or "which" in which its noun is looked for


def parse_question(text: str, *, language: str = "en") -> Question:
    """Analyse a message; any text gives a Question, at worst one of kind OTHER without content."""
    asking = asking_part(text, language=language)
    grammar = _grammar(language)
    analysis = analyser(language)
    terms = tuple(analysis.tokens(text))
    asked = [token for token in terms if asking.start <= token.start < asking.end]
    words = [grammar.chat.get(word, word) for word in _surfaces(text, asked)]
    phrases: tuple[Span, ...] = ()
    if asks_by_phrases(language):
        told = asked_for(text, asked, language=language)
        kind, wanted, focus, phrases = told.kind, told.wanted, told.focus, told.phrases
    else:
        sentence = text[asking.start : asking.end].casefold()
        kind, wanted, focus = _form(words, asked, sentence, grammar)
    found = mentions(text, language=language)
    dates = tuple(mention for mention in found if mention.kind is MentionKind.DATE)
    sorts = _sorts(words, asked, grammar)
    content = tuple(
        token
        for token, word in zip(asked, words, strict=True)
        if not grammar.asks(word)
        and not any(span.start < token.end and token.start < span.end for span in phrases)
        and token not in sorts
        and (analysis.term(word) not in analysis.stop_terms or _within(token, dates))
    )
    return Question(
        text=text,
        language=language,
        kind=kind,
        wanted=wanted,
        terms=terms,
        content=content,
        focus=focus,
        names=tuple(m for m in found if m.kind in NAMES),
        dates=dates,
        ordinals=tuple(int(m[1]) for t in asked if (m := _ORDINAL.fullmatch(t.term))),
    )


def asking_part(text: str, *, language: str = "en") -> Span:
    """The sentence of a message that asks, without "please tell me" in front of it.

    The last sentence with a question mark counts, else the last with a question word, else all.
    """
    grammar = _grammar(language)
    if asks_by_phrases(language):
        return asking_sentence(text, language=language)
    sentences = list(_SENTENCE.finditer(text))
    asking = [s for s in sentences if s.group().rstrip().endswith("?")]
    if not asking:
        asking = [s for s in sentences if set(_words(s.group(), grammar)) & _ASKING.keys()]
    start, end = asking[-1].span() if asking and len(sentences) > 1 else (0, len(text))
    lead = grammar.leads.match(text, start, end)
    if lead is not None and text[lead.end() : end].strip(" ?!.,"):
        start = lead.end()
    return Span(start, end)


def _form(
    words: list[str], tokens: list[Token], sentence: str, grammar: _Grammar
) -> tuple[Kind, Wanted, tuple[Token, ...]]:
    """Kind, wanted type and focus of the sentence that asks."""
    place = next((i for i, word in enumerate(words) if word in _ASKING), None)
    if words and words[0] in grammar.auxiliaries:
        return Kind.YES_NO, Wanted.YES_NO, ()
    if grammar.definitions.search(sentence):
        return Kind.DEFINITION, Wanted.DEFINITION, ()
    if place is None:
        kind = Kind.LIST if grammar.lists.search(sentence) else Kind.OTHER
        return kind, Wanted.THING, ()
    kind, wanted = _ASKING[words[place]]
    behind = words[place + 1 :]
    if kind is Kind.HOW:
        return *_how(behind, grammar), ()
    if kind in {Kind.WHAT, Kind.WHICH, Kind.WHO}:
        copula = bool(behind) and behind[0] in grammar.auxiliaries
        head = _head(behind, grammar) if copula or kind is not Kind.WHO else None
        focus = () if head is None else (tokens[place + 1 + head],)
        return *_what(kind, wanted, behind, head, sentence, grammar), focus
    return kind, wanted, ()


def _sorts(words: list[str], tokens: list[Token], grammar: _Grammar) -> frozenset[Token]:
    """The "kind" of "what kind of": it asks, no passage need hold it."""
    pairs = zip(words, words[1:], tokens, strict=False)
    return frozenset(token for word, of, token in pairs if word in grammar.sorts and of == "of")


def _how(behind: list[str], grammar: _Grammar) -> tuple[Kind, Wanted]:
    first = behind[0] if behind else ""
    if first == "many":
        return Kind.HOW_MANY, Wanted.NUMBER
    if first == "much":
        money = any(grammar.nouns.get(word) is Wanted.MONEY for word in behind)
        return Kind.HOW_MANY, Wanted.MONEY if money else Wanted.NUMBER
    if first in grammar.adjectives:
        return Kind.HOW_MANY, grammar.adjectives[first]
    return Kind.HOW, Wanted.MANNER


def _what(
    kind: Kind,
    wanted: Wanted,
    behind: list[str],
    head: int | None,
    sentence: str,
    grammar: _Grammar,
) -> tuple[Kind, Wanted]:
    """The finer kind and type behind "what", "which" and "who"."""
    noun = behind[head] if head is not None else ""
    by_noun = grammar.nouns.get(noun) or grammar.nouns.get(noun.removesuffix("s"))
    if kind is Kind.WHAT and behind and behind[0] in grammar.causing:
        return kind, Wanted.REASON
    if kind is not Kind.WHO and by_noun is not None:
        wanted = by_noun
    if grammar.lists.search(sentence):
        return Kind.LIST, wanted
    copula = behind[:1] == ["is"] or behind[:1] == ["are"] or behind[:1] == ["was"]
    bare = behind[1:] if copula else []
    determined = bool(bare) and bare[0] in _DEFINITE
    if bare and not determined and len(bare) <= LONGEST_DEFINED and not _has_verb(bare, grammar):
        return Kind.DEFINITION, Wanted.DEFINITION
    plural = noun.endswith("s") and not noun.endswith("ss")
    if plural and (kind is Kind.WHICH or behind[:1] == ["are"] or behind[:1] == ["were"]):
        return Kind.LIST, wanted
    return kind, wanted


def _has_verb(words: list[str], grammar: _Grammar) -> bool:
    return any(word in grammar.auxiliaries or word.endswith("ing") for word in words)


def _head(behind: list[str], grammar: _Grammar) -> int | None:
    """Where the noun stands that names what is asked for, counted from the question word."""
    start = 0
    if behind[:1] and behind[0] in grammar.auxiliaries:
        if len(behind) < 2 or behind[1] not in _DEFINITE:
            return None
        start = 2
    head = None
    for place in range(start, min(len(behind), start + _FOCUS_REACH)):
        word = behind[place]
        if word == "of" and head is not None and behind[head] in grammar.of_chains:
            head = None
        elif word in grammar.auxiliaries or word in grammar.past or word in _BREAKS:
            break
        elif word not in _DEFINITE:
            head = place
    return head


def _within(token: Token, found: tuple[Mention, ...]) -> bool:
    return any(mention.start <= token.start < mention.end for mention in found)


def _words(text: str, grammar: _Grammar) -> list[str]:
    return [grammar.chat.get(word, word) for word in re.findall(r"[\w'’]+", text.casefold())]


def _surfaces(text: str, tokens: list[Token]) -> list[str]:
    return [text[token.start : token.end].casefold().replace("’", "'") for token in tokens]


@cache
def _grammar(language: str) -> _Grammar:
    """The question words of `language`; empty tables where its lexicon has none."""
    tables = lexicon(language)
    words: dict[str, Any] = tables.get("question", {})
    wanted: dict[str, str] = tables.get("wanted", {})
    leads = sorted(words.get("leads", []), key=len, reverse=True)
    adjectives = {
        **dict.fromkeys(words.get("how_number", "").split(), Wanted.NUMBER),
        **dict.fromkeys(words.get("how_duration", "").split(), Wanted.DURATION),
        **dict.fromkeys(words.get("how_money", "").split(), Wanted.MONEY),
    }
    return _Grammar(
        chat=tables.get("chat", {}),
        leads=_alternatives(leads, r"[\s,]*(?:(?:{})\b[\s,:]*)+"),
        auxiliaries=frozenset(words.get("auxiliaries", "").split()),
        lists=_alternatives(words.get("lists", []), r"\b(?:{})\b"),
        definitions=_alternatives(words.get("definitions", []), r"\b(?:{})\b"),
        of_chains=frozenset(words.get("of_chains", "").split()),
        sorts=frozenset(words.get("sorts", "").split()),
        causing=frozenset(words.get("causing", "").split()),
        nouns={noun: Wanted(kind) for kind, nouns in wanted.items() for noun in nouns.split()},
        adjectives=adjectives,
        past=frozenset(" ".join(tables.get("irregular", {}).values()).split()),
    )


def _alternatives(words: list[str], frame: str) -> re.Pattern[str]:
    """A pattern of words in a frame; one that matches nothing where there are no words."""
    return re.compile(frame.replace("{}", "|".join(words)) if words else r"(?!)", re.IGNORECASE)
