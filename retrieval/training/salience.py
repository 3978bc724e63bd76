"""Salience: how much each word of a question matters, learnt from the sentences that answer.

"Happen", "movie" and "start" stand in few sentences that answer questions with these words, "park"
and "season" in nearly all; so a passage that lacks one of the former lacks little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from retrieval.analysis import analyser
from retrieval.evaluation.datasets import Selection
from retrieval.question import parse_question
from retrieval.ranking.features import question_terms

LEAST_SEEN = 4  # questions with a word, below which nothing is told
PRIOR = 8.0  # questions that the share held on average counts for
LEAST = 0.25  # of a word that answers hardly ever hold
DIGITS = 2


def salience_of(questions: Sequence[Selection]) -> dict[str, float]:
    """For each term of English questions how much it tells, LEAST to 1; terms at 1 are left out.

    It is the share of the questions with the term whose right candidates hold it, against that
    share over all terms, drawn towards 1 where there are few questions. Numbers are left out,
    and so are terms of a list's title, which sentences rarely repeat.
    """
    seen: Counter[str] = Counter()
    held: Counter[str] = Counter()
    terms_of = analyser("en").terms
    for asked in questions:
        pairs = zip(asked.candidates, asked.labels, strict=True)
        right = {term for text, label in pairs if label for term in terms_of(text)}
        if not right:
            continue
        told = set(question_terms(parse_question(asked.question))) - set(terms_of(asked.title))
        words = {term for term in told if term[0].isalpha()}
        seen.update(words)
        held.update(words & right)
    average = held.total() / max(seen.total(), 1)
    found = {
        term: round(max(LEAST, (held[term] / average + PRIOR) / (count + PRIOR)), DIGITS)
        for term, count in sorted(seen.items())
        if count >= LEAST_SEEN
    }
    return {term: share for term, share in found.items() if share < 1.0}
