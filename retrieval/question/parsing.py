"""A message to a Question: what kind of thing is asked for, and in which terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retrieval.analysis import Analyser, Token, analyser
from retrieval.entities import NAMES, Mention, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.question.form import asks_for_reason, form_told
from retrieval.question.grammar import ASKING, Grammar, grammar_of
from retrieval.question.kinds import Kind, Wanted
from retrieval.question.phrases import Asked, asked_for, asking_sentence, asks_by_phrases
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


_COUNTED = frozenset({Wanted.MONEY, Wanted.PERCENTAGE, Wanted.NUMBER})
_KEPT = 64  # questions, of some 5 kB each: those of a few replies, each asked for by several rules
_SHORT = 300  # characters of those
_SENTENCE = re.compile(r"[^.?!\n]+(?:[.](?=\w)[^.?!\n]+)*[?!.]*")
_LAST = re.compile(r"(?:^|[\s(])([\w.]+)\.$")
_FIRST = re.compile(r"\s+([\w'’]+)")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # "U.S", "p.m"
_JOINED = re.compile(r"-[^\W\d_]")
_ORDINAL = re.compile(r"(\d+)th")
# a name whatever its words mean: "Rose Reed" tells no deed
_WHO_NAMED = re.compile(r"\W*[Ww]ho(?:['’]s| is| was)(?: [A-Z][\w'’-]+){1,4}\W*")


def parse_question(text: str, *, language: str = "en") -> Question:
    """Analyse a message; any text gives a Question, at worst one of kind OTHER without content."""
    return _kept(text, language) if len(text) <= _SHORT else _parsed(text, language)


def _parsed(text: str, language: str) -> Question:
    """As `parse_question`, each time anew."""
    grammar = grammar_of(language)
    asking = _without_opening(text, asking_part(text, language=language), grammar)
    analysis = analyser(language)
    terms = tuple(_plain(token, text, grammar, analysis) for token in analysis.tokens(text))
    asked = [token for token in terms if asking.start <= token.start < asking.end]
    words = _words_of(asked, text, grammar)
    told = _told(text, asking, asked, words, grammar, language)
    found = mentions(text, language=language)
    dates = tuple(mention for mention in found if mention.kind is MentionKind.DATE)
    forming = _sorts(words, asked, grammar) | _degrees(words, asked, grammar)
    forming |= frozenset(t for t in told.focus if t == asked[0] and told.wanted is Wanted.REASON)
    forming |= _coming(words, asked) | _asking_words(words, asked, told.kind, grammar)
    content = tuple(
        token
        for token, word in zip(asked, words, strict=True)
        if not grammar.asks(word)
        and not any(span.start < token.end and token.start < span.end for span in told.phrases)
        and token not in forming
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


def _without_opening(text: str, asking: Span, grammar: Grammar) -> Span:
    """The part that asks, without "a summary of" or "the latest on" in front of its subject."""
    opening = grammar.openings.match(text, *asking)
    if opening is None or not text[opening.end() : asking.end].strip(" ?!.,"):
        return asking
    return Span(opening.end(), asking.end)


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


def asking_part(text: str, *, language: str = "en") -> Span:
    """The sentence of a message that asks, without "please tell me" in front of it and "according
    to the sources" behind it.

    The last sentence with a question mark counts, else the last with a question word, else all.
    """
    grammar = grammar_of(language)
    if asks_by_phrases(language):
        return asking_sentence(text, language=language)
    sentences = _sentences(text, grammar)
    asking = [s for s in sentences if text[s.start : s.end].rstrip().endswith("?")]
    if not asking:
        said = ((s, _words(text[s.start : s.end], grammar)) for s in sentences)
        asking = [s for s, words in said if set(words) & ASKING.keys()]
    while len(asking) > 1 and grammar.tails.match(text, *asking[-1]):
        asking.pop()
    start, end = asking[-1] if asking and len(sentences) > 1 else (0, len(text))
    lead = grammar.leads.match(text, start, end)
    if lead is not None and text[lead.end() : end].strip(" ?!.,"):
        start = lead.end()
    tail = grammar.tails.search(text, start, end)
    if tail is not None and text[start : tail.start()].strip(" ?!.,"):
        end = tail.start()
    return Span(start, end)


def _sentences(text: str, grammar: Grammar) -> list[Span]:
    """The sentences of a message; "Dr. Holm" and "the U.S. have" end none."""
    found: list[Span] = []
    for match in _SENTENCE.finditer(text):
        span = Span(*match.span())
        if found and _goes_on(text[found[-1].start : found[-1].end], match.group(), grammar):
            span = Span(found.pop().start, span.end)
        found.append(span)
    return found


def _goes_on(said: str, behind: str, grammar: Grammar) -> bool:
    """Whether the point at the end of some words is an abbreviation's or an initial's."""
    last, first = _LAST.search(said), _FIRST.match(behind)
    if last is None or first is None:
        return False
    cut, word = last[1], first[1]
    small = word.casefold()
    if cut.casefold() in (grammar.numbered if word[0].isdigit() else grammar.titles):
        return True
    if small in ASKING or (word[0].isupper() and small in grammar.auxiliaries):
        return False
    initial = len(cut) == 1 and cut.isupper() and word[0].isupper()
    return initial or _LETTERS.fullmatch(cut) is not None


def _sorts(words: list[str], tokens: list[Token], grammar: Grammar) -> frozenset[Token]:
    """The "kind" of "what kind of": it asks, no passage need hold it."""
    pairs = zip(words, words[1:], tokens, strict=False)
    return frozenset(token for word, of, token in pairs if word in grammar.sorts and of == "of")


def _coming(words: list[str], tokens: list[Token]) -> frozenset[Token]:
    """The "come" of "how come", which asks for a reason as "why" does."""
    pairs = zip(words, words[1:], tokens[1:], strict=False)
    return frozenset(token for how, come, token in pairs if (how, come) == ("how", "come"))


def _asking_words(
    words: list[str], tokens: list[Token], kind: Kind, grammar: Grammar
) -> frozenset[Token]:
    """Words that ask as "who" does: the "list" that opens a sentence, the "prompted" of "what
    prompted him to", the nouns of "for what reason" and "what is the number of visitors".
    """
    pairs = list(pairwise(words))
    counts = kind is Kind.HOW_MANY
    asking = {n for n, pair in enumerate(pairs) if counts and pair == ("number", "of")}
    if asks_for_reason(words, grammar):
        asking.add(2)
    if pairs and pairs[0][0] in grammar.requests and pairs[0][1] != "of":
        asking.add(0)
    if pairs and pairs[0][0] == "what" and pairs[0][1] in grammar.making:
        asking.add(1)
    return frozenset(tokens[n] for n in asking)


def idle_words(question: Question) -> frozenset[Token]:
    """The "large" of "how large was the crowd?", the "old" of "an 8 year old", the "Mr" of "Mr
    Holm" and the "ok" of "is it ok to": documents may tell the amount and the name alone.
    """
    grammar = grammar_of(question.language)
    words = [_plain_word(token, question.text, grammar) for token in question.terms]
    around = zip(["", *words], words, [*words[1:], ""], question.terms, strict=False)
    return frozenset(
        token
        for how, word, be, token in around
        if (how == "how" and word in grammar.idle and be in grammar.auxiliaries)
        or (how, word) in grammar.aged
        or word in grammar.courtesy
    )


def _degrees(words: list[str], tokens: list[Token], grammar: Grammar) -> frozenset[Token]:
    """The "high" of "how high is the fee": an answer tells an amount without such a word."""
    counted = any(grammar.nouns.get(word) in _COUNTED for word in words)
    pairs = zip(words, words[1:], tokens[1:], strict=False)
    degrees = (t for how, word, t in pairs if how == "how" and word in grammar.amounts)
    return frozenset(degrees) if counted else frozenset()


def _within(token: Token, found: tuple[Mention, ...]) -> bool:
    return any(mention.start <= token.start < mention.end for mention in found)


def _words(text: str, grammar: Grammar) -> list[str]:
    return [grammar.chat.get(word, word) for word in re.findall(r"[\w'’]+", text.casefold())]


def _plain(token: Token, text: str, grammar: Grammar, analysis: Analyser) -> Token:
    """A token with the term of the plain word that is meant: "tomorrow" for "tmrw"."""
    word = _plain_word(token, text, grammar)
    return token if word == _surface(token, text) else token._replace(term=analysis.term(word))


def _words_of(tokens: Sequence[Token], text: str, grammar: Grammar) -> list[str]:
    """The plain words of some tokens; the "high" of "how high-ranking" asks for no amount."""
    words = [_plain_word(token, text, grammar) for token in tokens]
    for place, (how, token) in enumerate(zip(words, tokens[1:], strict=False), start=1):
        if how == "how" and _JOINED.match(text, token.end):
            words[place] += "-"
    return words


def _plain_word(token: Token, text: str, grammar: Grammar) -> str:
    """The word of a token in small letters, the plain one for one written in a hurry."""
    word = _surface(token, text)
    slashed = text[token.end : token.end + 1] == "/" and grammar.chat.get(word + "/")
    return slashed or grammar.chat.get(word, word)


def _surface(token: Token, text: str) -> str:
    return text[token.start : token.end].casefold().replace("’", "'")


def names_kind(question: Question, token: Token) -> bool:
    """Whether a word only names the kind of thing that would answer: the "city" of "which city",
    the "cost" of what asks for a sum.
    """
    grammar = grammar_of(question.language)
    word = question.text[token.start : token.end].casefold()
    paying = question.wanted is Wanted.MONEY and word in grammar.paying
    return paying or word in grammar.kinds
