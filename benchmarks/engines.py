"""Search libraries as a program would use them at any size: built, kept on disk, opened, asked.

They come with the extra `peers`; one that isn't installed is left out and named.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

import numpy as np

DOCUMENT = 200  # sentences of one document
NEW = "One sentence is new."  # that takes the place of another in a change


def changed_place(count: int) -> int:
    """The number of the sentence that makes way: one of a document in the middle."""
    return min(count // DOCUMENT // 2 * DOCUMENT + DOCUMENT // 2, count - 1)


class Engine(Protocol):
    """A search library over fixed texts."""

    MODULES: ClassVar[tuple[str, ...]]  # that must be installed
    MOST: ClassVar[int]  # texts that it is run with

    @staticmethod
    def build(texts: Sequence[str], folder: Path) -> None:
        """Index the texts and keep the index in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open the index in a folder."""

    def best(self, question: str, k: int) -> list[int]:
        """The numbers of the `k` texts that fit best, as the library finds them."""


class Product:
    """scikit-learn's TfidfVectorizer, the product of matrix and question, sorted."""

    MODULES: ClassVar[tuple[str, ...]] = ("sklearn",)
    MOST: ClassVar[int] = 10_000_000
    TRANSPOSED: ClassVar[bool] = False

    @staticmethod
    def build(texts: Sequence[str], folder: Path) -> None:
        """The matrix in scipy's format, vocabulary and idf beside it."""
        import scipy.sparse
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectorizer = TfidfVectorizer()
        scipy.sparse.save_npz(
            folder / "matrix.npz", vectorizer.fit_transform(texts), compressed=False
        )
        np.save(folder / "idf.npy", vectorizer.idf_)
        words = {word: int(number) for word, number in vectorizer.vocabulary_.items()}
        (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")

    def __init__(self, folder: Path) -> None:
        """Read matrix and vocabulary."""
        import scipy.sparse
        from sklearn.feature_extraction.text import TfidfVectorizer

        words = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        self._vectorizer = TfidfVectorizer(vocabulary=words)
        self._vectorizer.idf_ = np.load(folder / "idf.npy")
        self._matrix = scipy.sparse.load_npz(folder / "matrix.npz")
        if self.TRANSPOSED:
            self._matrix = self._matrix.T.tocsr()

    def best(self, question: str, k: int) -> list[int]:
        """All scores, the best of them sorted."""
        asked = self._vectorizer.transform([question])
        product = asked @ self._matrix if self.TRANSPOSED else self._matrix @ asked.T
        return _top(np.asarray(product.todense()).ravel(), k)


class Transposed(Product):
    """The same with the matrix transposed once."""

    TRANSPOSED: ClassVar[bool] = True


class Bm25s:
    """bm25s with its defaults, which drop stop words, and English stems; in numpy."""

    MODULES: ClassVar[tuple[str, ...]] = ("bm25s",)
    MOST: ClassVar[int] = 10_000_000
    BACKEND: ClassVar[str] = "numpy"

    @staticmethod
    def build(texts: Sequence[str], folder: Path) -> None:
        """Its own format."""
        import bm25s
        import Stemmer

        tokens = bm25s.tokenize(
            list(texts), stemmer=Stemmer.Stemmer("english"), show_progress=False
        )
        index = bm25s.BM25()
        index.index(tokens, show_progress=False)
        index.save(str(folder))

    def __init__(self, folder: Path) -> None:
        """Map it into memory."""
        import bm25s
        import Stemmer

        self._stemmer = Stemmer.Stemmer("english")
        self._tokenize = bm25s.tokenize
        self._index = bm25s.BM25.load(str(folder), mmap=True)
        if self.BACKEND == "numba":
            self._index.backend = "numba"
            self._index.activate_numba_scorer()

    def best(self, question: str, k: int) -> list[int]:
        """Its own retrieval."""
        tokens = self._tokenize(
            question, stemmer=self._stemmer, show_progress=False, return_ids=False
        )
        if not tokens[0]:  # nothing but stop words
            return []
        found, _ = self._index.retrieve(tokens, k=k, show_progress=False, n_threads=0)
        return [int(number) for number in found[0]]


class Bm25sNumba(Bm25s):
    """The same, compiled by numba."""

    MODULES: ClassVar[tuple[str, ...]] = ("bm25s", "numba")
    BACKEND: ClassVar[str] = "numba"


class Tantivy:
    """tantivy with its English stemming tokenizer, stop words kept."""

    MODULES: ClassVar[tuple[str, ...]] = ("tantivy",)
    MOST: ClassVar[int] = 10_000_000

    @staticmethod
    def build(texts: Sequence[str], folder: Path) -> None:
        """Its own format, one thread."""
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="en_stem")
        builder.add_integer_field("number", stored=True)
        writer = tantivy.Index(builder.build(), path=str(folder)).writer(num_threads=1)
        for number, text in enumerate(texts):
            writer.add_document(tantivy.Document(text=text, number=number))
        writer.commit()
        writer.wait_merging_threads()

    def __init__(self, folder: Path) -> None:
        """Open it."""
        import tantivy

        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def best(self, question: str, k: int) -> list[int]:
        """Its own retrieval."""
        words = "".join(c if c.isalnum() else " " for c in question).lower()
        query = self._index.parse_query(words, ["text"])
        hits = self._searcher.search(query, k).hits
        return [self._searcher.doc(address)["number"][0] for _, address in hits]


class RankBm25:
    """rank-bm25, its Okapi variant on blank-separated words."""

    MODULES: ClassVar[tuple[str, ...]] = ("rank_bm25",)
    MOST: ClassVar[int] = 10_000

    @staticmethod
    def build(texts: Sequence[str], folder: Path) -> None:
        """It has no format: the texts are kept and indexed at opening."""
        (folder / "texts.json").write_text(json.dumps(list(texts)), encoding="utf-8")

    def __init__(self, folder: Path) -> None:
        """Index the texts."""
        import rank_bm25

        texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
        self._index: Any = rank_bm25.BM25Okapi([text.lower().split() for text in texts])

    def best(self, question: str, k: int) -> list[int]:
        """All scores, the best of them sorted."""
        return _top(self._index.get_scores(question.lower().split()), k)


ENGINES: dict[str, type[Engine]] = {
    "scikit-learn, X @ q.T": Product,
    "scikit-learn, transposed": Transposed,
    "bm25s, numpy": Bm25s,
    "bm25s, numba": Bm25sNumba,
    "tantivy": Tantivy,
    "rank-bm25": RankBm25,
}


def installed(size: int) -> Iterator[str]:
    """The engines that are there and fit for so many texts; the others are named on stderr."""
    for name, engine in ENGINES.items():
        missing = [module for module in engine.MODULES if importlib.util.find_spec(module) is None]
        if missing:
            print(f"{name} is left out: {missing[0]} is not installed.", file=sys.stderr)
        elif size > engine.MOST:
            print(f"{name} is left out above {engine.MOST:,} sentences.", file=sys.stderr)
        else:
            yield name


def rebuilder(engine: type[Engine], sentences: list[str], folder: Path) -> Callable[[], object]:
    """Builds an open index anew of other sentences, opens it and answers from it."""
    engine(folder).best("Is the index open?", 1)
    again = folder / "again"
    again.mkdir()

    def change() -> object:
        engine.build(sentences, again)
        return engine(again).best(NEW, 1)

    return change


def _top(scores: Any, k: int) -> list[int]:  # noqa: ANN401 - whatever array a library gives
    best = np.argpartition(-scores, min(k, len(scores) - 1))[:k]
    return [int(number) for number in best[np.argsort(-scores[best], kind="stable")]]
