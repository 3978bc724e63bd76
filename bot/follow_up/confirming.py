"""Questions for yes or no in other forms: "it was in May, right?", "anyone hurt?"."""

from __future__ import annotations

import re
from functools import cache

from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser, surfaces
from retrieval.lexicon import lexicon

_THAT = ("that",)
_ELSE = ("else",)
_WHO_ELSE = "who else?"
_LEADING = frozenset({"and", "was", "is"})
_UNENDED = "XDP&to"
_SET_OFF = re.compile(r"[,;–—?-]")
_MORE = frozenset({"other", "others", "more", "else", "idea", "chance"})
_SUBJECT = "DNC#RPoG-&z"
_ENDS = " \t\n,;:.?!"
_SHORT = re.compile(r"^(it['’]|(?:he|she|that|there)['’]?)s\b", re.IGNORECASE)
_SHORT_OF_SEVERAL = re.compile(r"^they['’]?re\b", re.IGNORECASE)


def outright(text: str, language: str) -> str:
    """ "Was it in May?" for "it was in May, right?"; the text as it is where it states nothing.

    A statement with a question mark asks so, too, if "was" or the like is its verb. Where the verb
    can't be brought forward, the words that ask for a yes are left out.
    """
    tag = _tags(language).search(text)
    if stated := _behind_whether(text, language):
        asked = outright(f"{stated}?", language)
        return text if asked == f"{stated}?" else asked  # a bare statement may seem a fragment
    if existing := _existing(text, language):
        return existing
    if _asks(text, language) or (tag is None and not text.rstrip().endswith("?")):
        return text
    said = (text[: tag.start()] if tag is not None else text).rstrip(_ENDS)
    sentence = read_sentence(_written_out(said), language=language)
    place = _verb(sentence)
    if not place or (tag is None and sentence.tags[place] != "X"):
        return text
    if sentence.tags[-1] in _UNENDED:
        return text  # "the number is right", "it stood on the right"
    being = sentence.words[place] in syntax(language).copulas
    if not being and tag is not None and not _SET_OFF.search(tag.group()):
        return text  # "you turn right", "you must turn right"
    return _inverted(sentence, place) or f"{said}?"


def who_else(text: str, language: str) -> str:
    """ "Anyone else?" as "who else?"; any other text as it is."""
    anybody, _ = indefinite(language)
    words = [word for word in surfaces(text.casefold()) if word not in _LEADING]
    asked = tuple(words[1:]) == _ELSE and words[0] in anybody
    return _WHO_ELSE if asked else text


def _behind_whether(text: str, language: str) -> str:
    """The "it is open" of "tell me whether it is open"; "" where there is none, or one with "not",
    to which "yes" means the same as "no".
    """
    whether = _whether(language).match(text)
    stated = text[whether.end() :].strip(_ENDS) if whether is not None else ""
    terms = set(analyser(language).terms(stated))
    return "" if polarity(language).negations & terms else stated


def _asks(text: str, language: str) -> bool:
    """Whether a text is seen to be a question by its words: "who" in it, or "is" in front."""
    words, rules = surfaces(text.casefold()), syntax(language)
    return not rules.asking.isdisjoint(words) or rules.tags.get(words[0] if words else "") == "X"


def _existing(text: str, language: str) -> str:
    """ "Was anyone hurt?" for "anyone hurt?", "were there any tickets?" for "any tickets?".

    "" for what has a verb of its own, or asks for more: "any others?".
    """
    said = text.strip(_ENDS)
    anybody, anything = indefinite(language)
    if said.partition(" ")[0].casefold() not in anybody | anything:
        return ""
    sentence = read_sentence(said, language=language)
    opening, behind = sentence.words[:1], sentence.words[1:]
    if not behind or set(sentence.tags) & set("XV&S,") or not _MORE.isdisjoint(behind):
        return ""
    if opening[0] in anybody and sentence.tags[1] in "ENA":
        return f"was {said}?"
    of_any = opening[0] in anything and sentence.tags[1] in "NC"
    if not of_any:
        return ""
    end = sentence.run_end(1, "NC-")
    return f"{'were' if sentence.words[end - 1].endswith('s') else 'was'} there {said}?"


def _written_out(said: str) -> str:
    """A statement with the verb of "it's" and "they're" written out."""
    said = _SHORT.sub(lambda short: short[1].rstrip("'’") + " is", said)
    return _SHORT_OF_SEVERAL.sub("they are", said)


def _verb(sentence: Sentence) -> int:
    """Where the verb stands behind the subject that opens a sentence, 0 where it states nothing."""
    rules = syntax(sentence.language)
    end = sentence.run_end(int(sentence.words[:1] == _THAT), _SUBJECT)
    opens = sentence.tags[:1] not in ("&", "P")
    states = opens and rules.asking.isdisjoint(sentence.words)
    return end if states and sentence.tags[end : end + 1] in ("X", "V", "E") else 0


def _inverted(sentence: Sentence, place: int) -> str:
    """The statement with its verb, or "did" for it, in front; "" where that can't be told."""
    start, end = sentence.slice(place, place + 1)
    text = sentence.tokens.text
    subject, verb, rest = text[:start].strip(), text[start:end], text[end:].strip()
    if sentence.tags[place] == "X":
        return f"{verb} {subject} {rest}?"
    base = syntax(sentence.language).bases.get(verb.casefold())
    bare = sentence.tags[:1] == "N" and sentence.words[place - 1].endswith("s")
    if base is None or bare or set(sentence.tags[place + 1 :]) & set("XVE"):
        return ""  # "dogs allowed", "the mill built in 1920 burnt"
    doing = "did" if sentence.tags[place] == "E" else "do" if verb.casefold() == base else "does"
    return f"{doing} {subject} {base} {rest}".strip() + "?"


@cache
def indefinite(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for anybody, and those that stand before a noun for any of it."""
    rules = lexicon(language).get("question", {}).get("existing", {})
    anybody, anything = (str(rules.get(name, "")).split() for name in ("anybody", "any"))
    return frozenset(anybody), frozenset(anything)


@cache
def _whether(language: str) -> re.Pattern[str]:
    """What stands before a statement to have it confirmed: "tell me whether", "is it true that"."""
    words: dict[str, list[str]] = lexicon(language).get("question", {})
    leads, whether = words.get("leads", []), words.get("whether", [])
    if not whether:
        return re.compile(r"(?!)")
    leading = "|".join(sorted(leads, key=len, reverse=True))
    return re.compile(rf"[\s,]*(?:(?:{leading})\b[\s,:]*)*+(?:{'|'.join(whether)}) ", re.IGNORECASE)


@cache
def _tags(language: str) -> re.Pattern[str]:
    """What stands behind a statement to have it confirmed."""
    words: list[str] = lexicon(language).get("question", {}).get("confirming", [])
    return re.compile(
        rf"[\s,;:.–—-]+(?:{'|'.join(words)})[\s?!.]*$" if words else r"(?!)", re.IGNORECASE
    )
