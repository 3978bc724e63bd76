"""What a pronoun at the head of a sentence stands for: the subject of a sentence before it."""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.entities import Kind, mentions
from retrieval.places import places_at
from retrieval.records import Passage
from retrieval.splitting import sentences

_BACK = 3  # sentences that are looked at
_REACH = 1_000  # characters that are looked at
_POINTING = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
_THINGS = frozenset({"it", "its"})
_VERBS = "XVEG"
_PERSONS = frozenset({Kind.PERSON, Kind.NAME, Kind.TITLE})
_NONE: frozenset[str] = frozenset()


def referent(passage: Passage) -> frozenset[str]:
    """The terms of what the passage's first pronoun stands for; none where it opens otherwise.

    That is the subject of the nearest sentence before it, in its paragraph, that names one; for
    "it" behind what somebody named does, also what that is done to.
    """
    language = passage.document.language or "en"
    if not points_back(passage.text):
        return _NONE
    text = passage.document.text
    start = max(text.rfind("\n\n", 0, passage.start) + 2, passage.start - _REACH, 0)
    before = text[start : passage.start]
    for span in reversed(sentences(before, language=language)[-_BACK:]):
        said = before[span.start : span.end]
        if not points_back(said):
            sentence = read_sentence(said, language=language)
            thing = _first_word(passage.text) in _THINGS and _is_named(sentence)
            return subject(sentence) | (_object(sentence) if thing else _NONE)
    return _NONE


def title_terms(passage: Passage) -> frozenset[str]:
    """The terms of a document's title and its file's name, which tell what all of it is about."""
    document = passage.document
    analysis = analyser(document.language or "en")
    return frozenset(analysis.terms(f"{document.title} {document.called}")) - analysis.stop_terms


def understood(passage: Passage) -> frozenset[str]:
    """The terms of what a passage is about without saying so: titles above it, a pronoun."""
    analysis = analyser(passage.document.language or "en")
    names = (place.name for place in places_at(passage.document, passage.start))
    above = frozenset(term for name in names for term in analysis.terms(name))
    return referent(passage) | title_terms(passage) | (above - analysis.stop_terms)


def paragraph_start(passage: Passage) -> int:
    """Where the paragraph of a passage begins, at most some way before it."""
    before = max(passage.start - _REACH, 0)
    return before + passage.document.part(before, passage.start).rfind("\n\n") + 1


def points_back(text: str) -> bool:
    """Whether a sentence or clause opens with a pronoun."""
    return _first_word(text) in _POINTING


def _first_word(text: str) -> str:
    return text.lstrip(" \"“'(").partition(" ")[0].casefold()


def holds_pronoun(text: str) -> bool:
    """Whether a clause has a pronoun that stands for somebody or something named before."""
    return not _POINTING.isdisjoint(word.strip(".,:;!?)\"'") for word in text.casefold().split())


def subject(sentence: Sentence) -> frozenset[str]:
    """The terms of the noun phrase that a sentence opens with, behind "On Monday," or the like."""
    tags = sentence.tags
    start = tags.find(",") + 1 if tags[:1] in ("P", "A") else 0
    end = next((i for i in range(start, len(tags)) if tags[i] not in "DNC#-z"), len(tags))
    return frozenset(sentence.terms[i] for i in range(start, end) if tags[i] in "NC")


def _is_named(sentence: Sentence) -> bool:
    """Whether somebody, or what may be somebody, is named before the first verb of a sentence."""
    verb = next((n for n, tag in enumerate(sentence.tags) if tag in _VERBS), 0)
    starts = sentence.tokens.starts
    found = mentions(sentence.tokens.text, language=sentence.language)
    return any(m.kind in _PERSONS and m.start < starts[verb] for m in found)


def _object(sentence: Sentence) -> frozenset[str]:
    """The terms of the first noun phrase behind the verbs of a sentence."""
    first = next((n for n, tag in enumerate(sentence.tags) if tag in _VERBS), len(sentence.tags))
    start = sentence.run_end(first, f"{_VERBS}At")
    end = sentence.run_end(start, "DNC#-z")
    return frozenset(sentence.terms[n] for n in range(start, end) if sentence.tags[n] in "NC")
