"""A sentence as tokens with tags: enough of a parse to see where its parts begin and end.

Tags, one character each: N noun or adjective, C capitalised, # number, D determiner, P preposition,
o of, t to, & conjunction, S opener of a clause, X auxiliary, V verb in the present, E past or
participle, G -ing form, A adverb, R pronoun; the signs , . ( ) " - z are those of the classes of
tokens, x is any other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from retrieval.analysis import analyser
from retrieval.entities import Mention, Tokens, tokenise
from retrieval.lexicon import lexicon
from retrieval.records import Span

_FROM_CLASS = {
    **dict.fromkeys("MmWHCXIhJQ", "C"),
    **dict.fromkeys("YLDNnkKfOc%dqiEZ", "#"),
    **dict.fromkeys("_", ","),
    **dict.fromkeys(',.()"-zx', ""),
}
_VOWELS = "aeiou"
_WHAT = "what"
_BEING = frozenset({"is", "are", "was", "were"})  # "who is chair": no verb's base form follows them
_OF_PLACES = frozenset({"St", "Mt", "Ft"})
_LEAST_STEM = 3
_KEPT = 128  # sentences: those of a few replies, each read by several rules
_WORDS = 8192  # words: most of a sentence's have been met before


class Syntax:
    """The small words and verb forms of one language, from its lexicon."""

    def __init__(self, language: str) -> None:
        """Read the word lists of `language`; without them every word is a noun."""
        lists = lexicon(f"syntax_{language}")
        self.tags: dict[str, str] = {}
        self.bases: dict[str, str] = {}
        for base in lists.get("verbs", "").split():
            for form, tag in _regular_forms(base):
                self.tags.setdefault(form, tag)
                self.bases.setdefault(form, base)
        for group in lists.get("irregular", "").replace("\\n", " ").split("|"):
            forms = group.split()
            for form in forms[1:]:
                self.tags[form] = "E"
                self.bases[form] = forms[0]
        for name, tag in (
            *(("adverbs", "A"), ("pronouns", "R"), ("openers", "S"), ("determiners", "D")),
            ("nouns", "N"),
            *(("prepositions", "P"), ("conjunctions", "&"), ("auxiliaries", "X")),
        ):
            self.tags.update(dict.fromkeys(lists.get(name, "").split(), tag))
        if self.tags:
            self.tags.update({"of": "o", "to": "t", "that": "S", "which": "S"})
        self.asking = frozenset(lists.get("asking", "").split())
        self.adverbial = frozenset(lists.get("adverbial", "").split())
        self.asking_of_nouns = frozenset(lists.get("asking_of_nouns", "").split())
        self.degrees = frozenset(lists.get("degrees", "").split())
        self.chains = frozenset(lists.get("chains", "").split())
        self.copulas = frozenset(lists.get("copulas", "").split())
        self.doing = frozenset(lists.get("doing", "").split())
        self.leading = frozenset(lists.get("leading", "").split())


@cache
def syntax(language: str) -> Syntax:
    """The syntax of `language`, read once."""
    return Syntax(language)


@dataclass(frozen=True)
class Sentence:
    """A sentence, its tokens, their tags and terms; `tags[i]` and `terms[i]` belong to token i."""

    tokens: Tokens
    tags: str
    terms: tuple[str, ...]
    language: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every token in small letters."""
        return tuple(self.tokens.surface(i).casefold() for i in range(len(self.tags)))

    def spoken(self, first: int = 0) -> tuple[str, ...]:
        """The words from a token on in small letters, without the signs between them."""
        return tuple(word for word in self.words[first:] if word[0].isalnum())

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The terms of the verbs, auxiliaries left out."""
        tagged = zip(self.terms, self.tags, strict=True)
        return frozenset(term for term, tag in tagged if tag in "VEG")

    def at(self, offset: int) -> int:
        """The first token that starts at an offset of the text or behind it; how many if none."""
        return bisect_left(self.tokens.starts, offset)

    def places(self, spans: Iterable[Mention | Span]) -> frozenset[int]:
        """The tokens that start inside any of some spans."""
        runs = [range(self.at(span.start), self.at(span.end)) for span in spans]
        return frozenset(chain.from_iterable(runs))

    def run_end(self, place: int, tags: str | frozenset[str]) -> int:
        """The token behind the run of tokens with some tags that begins at one."""
        while place < len(self.tags) and self.tags[place] in tags:
            place += 1
        return place

    def run_start(self, place: int, tags: str | frozenset[str]) -> int:
        """The first token of the run of tokens with some tags that ends right before one."""
        while place > 0 and self.tags[place - 1] in tags:
            place -= 1
        return place

    def slice(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens `first` to `last` (excluded) stand in the text."""
        return self.tokens.starts[first], self.tokens.ends[last - 1]


@lru_cache(maxsize=_KEPT)
def read_sentence(text: str, *, language: str = "en") -> Sentence:
    """Tokens, tags and terms of one sentence; a term of a verb is that of its base form."""
    tokens = tokenise(text, language=language)
    words = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    letters = tokens.classes
    tags = [_tag(word, letter, language) for word, letter in zip(words, letters, strict=True)]
    _settle(tags, words)
    terms = tuple([_term(word, language) for word in words])
    return Sentence(tokens=tokens, tags="".join(tags), terms=terms, language=language)


@lru_cache(maxsize=_WORDS)
def _term(word: str, language: str) -> str:
    if not word[0].isalnum():
        return ""
    return analyser(language).term(syntax(language).bases.get(word.casefold(), word))


@lru_cache(maxsize=_WORDS)
def _tag(word: str, letter: str, language: str) -> str:
    """The tag of a word: by the class of its token, the word lists, or the ending of the word."""
    rules = syntax(language)
    direct = _FROM_CLASS.get(letter)
    if direct is not None:
        return direct or letter
    small = word.casefold()
    known = rules.tags.get(small)
    if known is not None:
        return known
    if letter in "Rpstea" or not rules.tags:
        return "N"
    if small.endswith("ly"):
        return "A"
    if len(small) > _LEAST_STEM + 2 and small.endswith("ed"):
        return "E"
    if len(small) > _LEAST_STEM + 3 and small.endswith("ing"):
        return "G"
    return "N" if small[0].isalpha() else "x"


def _settle(tags: list[str], words: list[str]) -> None:
    """Make nouns of verb forms that stand where nouns or adjectives stand.

    The point behind an initial or in a place's name ends no sentence: "G. Aldous", "St. Ives".
    """
    last = len(tags) - 1
    for i, tag in enumerate(tags):
        if tag == "." and 0 < i < last and tags[i + 1] == "C":
            initial = len(words[i - 1]) == 1 and words[i - 1].isupper()
            tags[i] = "-" if initial or words[i - 1] in _OF_PLACES else tag
        if tag == "x" and words[i] in "'’" and 0 < i < last and tags[i + 1] in "NC":
            tags[i] = "z" if words[i - 1].endswith("s") else tag  # "the brands' chairman"
        if tag in "PoDt" and 0 < i < last and tags[i - 1] == tags[i + 1] == "-":
            tags[i] = "N"  # "daughter-in-law", "up-to-date"
        if tag not in "VEG":
            continue
        before = tags[i - 1] if i else "."
        after = tags[i + 1] if i < last else "."
        if tag == "V":
            takes_object = after in "DRCt#P" and before in 'NC#)"&S'
            is_being = i > 0 and words[i - 1].casefold() in _BEING
            # "how much is the family plan a month"
            is_being = is_being or (i > 2 and tags[i - 2] == "D" and words[i - 3] in _BEING)
            asked = i == 1 and words[0].casefold() == _WHAT and after in "SA"  # "what happens if"
            if is_being or not (
                asked
                or before in "tXRA"
                or (before == "C" and _is_asked_of_names(tags[:i], words))
                or (takes_object and after != "P")
                or _is_finite(tags, words, i)
            ):
                tags[i] = "N"
        elif (tag == "E" and before in "DPo&,#-" and after in "NC") or (
            tag == "G" and (before in "DNoC-" and after in "NPo,.")
        ):
            tags[i] = "N"
        elif tag == "G" and before == "#" and tags[max(i - 2, 0)] == "D":
            tags[i] = "N"  # "the second hearing"


def _is_asked_of_names(tags: list[str], words: list[str]) -> bool:
    """Whether words before a verb ask whether somebody does it: "will Ida Holm", "did Lunde"."""
    return tags[0] == "X" and words[0].casefold() not in _BEING and set(tags[1:]) == {"C"}


def _is_finite(tags: list[str], words: list[str], i: int) -> bool:
    """Whether a word in -s is the first verb of its sentence: "the shop sells bread"."""
    subject = i > 0 and (tags[i - 1] == "C" or (tags[i - 1] == "N" and words[i - 1][-1] != "s"))
    if not subject or not words[i].endswith("s") or words[i].endswith("ss"):
        return False
    follows = bool(tags[i + 1 : i + 2]) and tags[i + 1] in "NCDR#Gt"
    first = not any(tag in "VEXS" for tag in tags[:i])
    return first and (follows or not any(tag in "VEX" for tag in tags[i + 1 :]))


def _regular_forms(base: str) -> list[tuple[str, str]]:
    """A verb's forms by the rules of spelling, with their tags."""
    y_after_consonant = base.endswith("y") and base[-2] not in _VOWELS
    s = f"{base[:-1]}ies" if y_after_consonant else f"{base}s"
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        s = f"{base}es"
    forms = [(base, "V"), (s, "V")]
    doubled = base + base[-1] if base[-1] not in "wxy" and base[-2] in _VOWELS else base
    for stem in {base.removesuffix("e"), doubled}:
        past = f"{base[:-1]}ied" if y_after_consonant else f"{stem}ed"
        forms += [(past, "E"), (f"{stem}ing", "G")]
    return forms
