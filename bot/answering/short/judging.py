"""How short answers are judged: exact match and F1 after SQuAD's normalisation.

Normalised text is in small letters, without punctuation and the words a, an, the, white space made
single blanks. F1 is the harmonic mean of precision and recall of the answer's words, counted as
often as they occur: "the old lamp" against "old lamp room" has precision 1, recall 2/3, F1 0.8.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def normalise(text: str) -> str:
    """The form in which answers are compared."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def f1(answer: str, golds: Iterable[str]) -> float:
    """The best F1 of an answer against any of the gold answers, in [0, 1]."""
    words = Counter(normalise(answer).split())
    best = 0.0
    for gold in golds:
        wanted = Counter(normalise(gold).split())
        common = (words & wanted).total()
        if common:
            best = max(best, 2 * common / (words.total() + wanted.total()))
    return best


def exact(answer: str, golds: Iterable[str]) -> bool:
    """Whether an answer equals a gold answer after normalisation."""
    return normalise(answer) in {normalise(gold) for gold in golds}
