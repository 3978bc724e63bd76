"""A Question, and how a message becomes one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retrieval.analysis import Token, analyser
from retrieval.entities import NAMES, Mention, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.question.asking import asking_part, without_opening
from retrieval.question.children import told_by_age
from retrieval.question.form import form_told
from retrieval.question.grammar import Grammar, grammar_of
from retrieval.question.kinds import Kind, Wanted
from retrieval.question.only_asking import only_asking
from retrieval.question.phrases import Asked, asked_for, asks_by_phrases
from retrieval.question.plainly import plain_token, plain_word, plain_words
from retrieval.records import Span


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

    @property
    def of_several(self) -> bool:
        """Whether it asks in so many words what several documents say."""
        return _is_of_several(self.text, self.language)

    @property
    def words(self) -> frozenset[str]:
        """Its words in small letters, without the signs behind them."""
        return _bare_words(self.text)


@lru_cache(maxsize=64)  # a reply asks this of its question again and again
def _is_of_several(text: str, language: str) -> bool:
    grammar = grammar_of(language)
    return (grammar.tails.search(text) or grammar.tail_leads.match(text)) is not None


@lru_cache(maxsize=64)  # and this as well
def _bare_words(text: str) -> frozenset[str]:
    return frozenset(word.strip("?.,!").casefold() for word in text.split()) - {""}


_KEPT = 64  # questions, of some 5 kB each: those of a few replies, each asked for by several rules
_SHORT = 300  # characters of those
_ORDINAL = re.compile(r"(\d+)th")
# a name whatever its words mean: "Rose Reed" tells no deed
_WHO_NAMED = re.compile(r"\W*[Ww]ho(?:['’]s| is| was)(?: [A-Z][\w'’-]+){1,4}\W*")


def parse_question(text: str, *, language: str = "en") -> Question:
    """Analyse a message; any text gives a Question, at worst one of kind OTHER without content."""
    return _kept(text, language) if len(text) <= _SHORT else _parsed(text, language)


def _parsed(text: str, language: str) -> Question:
    """As `parse_question`, each time anew."""
    grammar = grammar_of(language)
    asking = without_opening(text, asking_part(text, language=language), grammar)
    analysis = analyser(language)
    terms = tuple(plain_token(token, text, grammar, analysis) for token in analysis.tokens(text))
    plain = [plain_word(token, text, grammar) for token in terms]
    young = told_by_age(plain, terms, grammar, analysis)
    terms = tuple(young.get(token, token) for token in terms)
    asked = [token for token in terms if asking.start <= token.start < asking.end]
    words = plain_words(asked, text, grammar)
    told = _told(text, asking, asked, words, grammar, language)
    found = mentions(text, language=language)
    dates = tuple(mention for mention in found if mention.kind is MentionKind.DATE)
    asking_words = only_asking(words, asked, told, grammar)
    asking_words |= {token for token, old in pairwise(asked) if old in young.values()}
    content = tuple(
        token
        for token, word in zip(asked, words, strict=True)
        if not grammar.asks(word)
        and not any(span.start < token.end and token.start < span.end for span in told.phrases)
        and token not in asking_words
        and (analysis.term(word) not in analysis.stop_terms or _within(token, dates))
    )
    return Question(
        text=text,
        language=language,
        kind=told.kind,
        wanted=told.wanted,
        terms=terms,
        content=content,
        focus=told.focus,
        names=tuple(m for m in found if m.kind in NAMES),
        dates=dates,
        ordinals=tuple(int(m[1]) for t in asked if (m := _ORDINAL.fullmatch(t.term))),
    )


_kept = lru_cache(maxsize=_KEPT)(_parsed)


def _told(
    text: str,
    asking: Span,
    asked: list[Token],
    words: list[str],
    grammar: Grammar,
    language: str,
) -> Asked:
    """What the sentence at `asking` asks for: by its phrases or, as in English, by its form."""
    if asks_by_phrases(language):
        return asked_for(text, asked, language=language)
    sentence = text[asking.start : asking.end]
    kind, wanted, focus = form_told(words, asked, sentence.casefold(), grammar)
    if kind is Kind.WHO and _WHO_NAMED.fullmatch(sentence):
        kind, wanted = Kind.DEFINITION, Wanted.DEFINITION
    return Asked(kind, wanted, focus, phrases=())


def idle_words(question: Question) -> frozenset[Token]:
    """The "large" of "how large was the crowd?", the "old" of "an 8 year old", the "Mr" of "Mr
    Holm", the "ok" of "is it ok to" and the "even" of "even in winter": documents may tell the
    amount, the name and the deed alone.
    """
    grammar = grammar_of(question.language)
    words = [plain_word(token, question.text, grammar) for token in question.terms]
    around = zip(["", *words], words, [*words[1:], ""], question.terms, strict=False)
    return frozenset(
        token
        for how, word, be, token in around
        if (how == "how" and word in grammar.idle and be in grammar.auxiliaries)
        or (how, word) in grammar.aged
        or word in grammar.light
    )


def _within(token: Token, found: tuple[Mention, ...]) -> bool:
    return any(mention.start <= token.start < mention.end for mention in found)


def names_kind(question: Question, token: Token) -> bool:
    """Whether a word only names the kind of thing that would answer: the "city" of "which city",
    the "cost" of what asks for a sum.
    """
    grammar = grammar_of(question.language)
    word = question.text[token.start : token.end].casefold()
    paying = question.wanted is Wanted.MONEY and word in grammar.paying
    return paying or word in grammar.kinds
