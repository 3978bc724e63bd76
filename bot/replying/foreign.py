"""Messages in a language that no document has, so that nothing could be found."""

from __future__ import annotations

from bot.snapshots.snapshot import Snapshot
from retrieval.analysis import analyser
from retrieval.language import language_of
from retrieval.scripts import has_unspaced
from retrieval.synonyms import alternatives

LEAST_WORDS = 3  # of a message whose language is told


def is_foreign(message: str, snapshot: Snapshot) -> bool:
    """Whether a message of several words is in none of the documents' languages.

    Of a few words the language is but guessed ("is attendance mandatory"): where the documents or
    the lists of what may stand for what know most of them, it is their own.
    """
    if len(message.split()) < LEAST_WORDS and not has_unspaced(message):
        return False
    found = language_of(message)
    if not found or found in snapshot.languages:
        return False
    analysis = analyser(snapshot.language)
    words = list(analysis.tokens(message))
    others = alternatives([word.term for word in words], language=snapshot.language)
    known = sum(
        word.term in others or bool(snapshot.retriever.words.of_term(word.term)) for word in words
    )
    return 2 * known <= len(words)
