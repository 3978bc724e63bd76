"""How a sentence tells what something is: "A hold is ...", "Hold: ...", "a pier called ..."."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, syntax
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_BY, _MEANING = "by", frozenset({"mean", "understand"})
_IN_ATHING = frozenset('DNC"-')
_LONGEST = 25  # tokens of a definition
_KEPT = 64  # things: each is looked for in several sentences
THING = re.compile(
    r"\b(?:what|who)(?:'?s| (?:is|are|was|were))(?: exactly| meant by)? (?:an? |the )?"
    r"(?P<thing>.+?)[\s?!.]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_QUOTES = frozenset("\"“‘'")
_MEANT = re.compile(
    r"\b(?:what|who)(?: is meant by|'?s| is| are| counts? as"
    r"| (?:do|does)(?: (?:you|we|they) mean by)?)(?: (?:an?|the))?(?: (?:word|term|phrase))?"
    r" [\"“‘']?(?P<thing>\w[^?\"”]{0,40}?)[\"”’']?(?: mean| refer to| stand for)?"
    r"(?: (?:here|in|under|to) .*)?[\s?!.]*$",
    re.IGNORECASE,
)


def defines(question: Question, text: str) -> bool:
    """Whether a sentence says what the thing is that a question asks the meaning of."""
    asked = THING.search(question.text.replace("’", "'"))
    return asked is not None and _definition(asked["thing"].casefold()).search(text) is not None


def asks_meaning(question: Question) -> bool:
    """Whether a question may ask what a term means."""
    return bool(_term_asked(question.text))


def means(question: Question, text: str) -> bool:
    """Whether a sentence lays down what a term is to mean: "'Boat' means any vessel"."""
    if "mean" not in text and _QUOTES.isdisjoint(text):
        return False
    term = _term_asked(question.text)
    said = text.casefold()
    named = bool(term) and all(word in said for word in _WORD.findall(term))
    return named and _meaning(term).search(text) is not None


@lru_cache(maxsize=_KEPT)
def _term_asked(text: str) -> str:
    """The term whose meaning a question may ask, in small letters, "" for none."""
    asked = _MEANT.search(text.replace("’", "'"))
    return asked["thing"].casefold() if asked else ""


@lru_cache(maxsize=_KEPT)
def _meaning(thing: str) -> re.Pattern[str]:
    """What a sentence looks like that lays down what a term means."""
    words = r"\W+".join(map(re.escape, _WORD.findall(thing)))
    quoted = rf"[\"“‘']{words}s?[\"”’']"
    aside = r"(?: \([^)]{1,60}\))?"
    of = r"(?: (?:for|of|with) [^,;.]{1,40}|(?: \w+){1,4}?)?,?"
    meant = rf"{of} (?:(?:shall|will) )?(?:means?|refers? to)\b"
    laid_down = rf"{quoted}{aside}(?:{meant}| (?:is|are) (?:an?|any|the|certain)\b)"
    bare = rf"(?:^|[.;:]\s*)(?:\W*\d[\d.]*\s+)?(?:an? |the )?{words}s? (?:(?:shall|will) )?means?\b"
    said = rf"\b(?:say|by|term|word) {quoted},? (?:\w+ ){{1,3}}(?:mean|refer|understand)"
    return re.compile(f"{laid_down}|{bare}|{said}", re.IGNORECASE)


@lru_cache(maxsize=_KEPT)
def _definition(thing: str) -> re.Pattern[str]:
    """What a sentence looks like that says what a thing is."""
    words = r"\W+".join(map(re.escape, _WORD.findall(thing)))
    own = rf"(?:{words}s?|{words.removesuffix('s')})[\"”]?"
    opening = r"(?:^|[.;:,(\"“]\s*)(?:an? |the |our |its )?(?:\w+ )?[\"“]?"
    is_one = (
        r",? (?:is|are|was|were|means?|meant|stands for|refers? to) (?:an? |the |one |what |any )"
    )
    beside = (
        r"(?:, | \(| [—–-] )(?:which|who|that is|an? |one |some |then |formerly |meaning "
        r"|(?:the )?equivalent |also (?:known|called))"
    )
    named = r"\b(?:called|named|known as) (?:an? |the )?[\"“]?"
    entry = rf"^\W*{own}\s*(?::|[-–—]) "
    return re.compile(rf"{opening}{own}{is_one}|{own}{beside}|{named}{own}|{entry}", re.IGNORECASE)


def definition_told(question: Question, sentence: Sentence) -> Span | None:
    """What follows "X is" or "by X we mean" at the head of a sentence that defines X."""
    wanted = {token.term for token in question.content} - _asking(question.language)
    asked = set(read_question(question).focus)
    first, last, place = _defined(sentence)
    subject = {
        sentence.terms[i]
        for i in range(first, last)
        if sentence.tags[i] in "NC" and sentence.terms[i]
    }
    if (
        not place
        or not wanted
        or subject not in (wanted, asked)
        or not set(sentence.tags[first:last]) <= _IN_ATHING
    ):
        return None
    stop = next((i for i in range(place, len(sentence.tags)) if sentence.tags[i] == "."), None)
    place += sentence.words[place + 1 : place + 2] == ("that",)
    end = min(stop or len(sentence.tags), place + 1 + _LONGEST)
    if end <= place + 1:
        return None
    told = Span(*sentence.slice(place + 1, end))
    return None if _judging().match(sentence.tokens.text, told.start) else told


@cache
def _judging() -> re.Pattern[str]:
    """What judges a thing and says not what it is: "a must", "an important step"."""
    words = lexicon("statements_en")["definitions"]["judging"]
    return re.compile(rf"(?:an?|one) (?:{words})\b", re.IGNORECASE)


@cache
def _asking(language: str) -> frozenset[str]:
    """The terms of words that ask what something is: "meaning", "word"."""
    words = str(lexicon(f"statements_{language}").get("definitions", {}).get("asking", ""))
    return frozenset(map(analyser(language).term, words.split()))


def _defined(sentence: Sentence) -> tuple[int, int, int]:
    """Where the thing that a sentence may define begins and ends, and its "is" or "mean"; 0 for no
    such verb.

    What is told aside of it is left out: "a guillemot, for new readers, is".
    """
    words, tags = sentence.words, sentence.tags
    if words[:1] == (_BY,):
        place = next((i for i, word in enumerate(words) if word in _MEANING), 0)
        return 1, place - 1, place
    verbs = syntax(sentence.language).copulas | listed("defining.means", sentence.language)
    place = next((i for i, word in enumerate(words) if word in verbs), 0)
    aside = tags.find(",", 0, place) if tags[place - 1 : place] == "," else -1
    return 0, aside if 0 < aside < place - 1 else place, place
