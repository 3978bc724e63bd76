"""The tags of a message as its noun phrases need them: names whole, nouns where no verb can be."""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence, syntax
from bot.follow_up.parts.words import HOW_MUCH

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'"}
_LONGEST_TITLE = 10  # words in quotation marks that are a name
_THAT = "that"
_IS = frozenset({"is", "was"})
_WHAT = "what"
_GOING_ON = frozenset({"happening", "going", "coming", "missing", "changing"})
_WHO = "who"
_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
_NEVER_NOUNS = """
aground ashore abroad afloat adrift asleep overseas upstairs downstairs indoors outdoors uphill
downhill
"""
_ADVERBS = frozenset(_NEVER_NOUNS.split())
_UNLESS_LED = frozenset({"back", "down", "up"})
_FIRST = "first"
_NOUN = (["N"], ["C"])
_NOUNS_AND_TIES = frozenset("NC#-")
_MORE = "more"


def tags_of_phrases(sentence: Sentence) -> str:
    """The tags with "the Astana meeting" and the like read as nouns, and titles as names.

    So are `"Smoke and Mirrors"` and "Brandt & Oyle"; "that buoy" is led by a determiner.
    """
    tags = _without_false_nouns(sentence)
    for start, end in _titles(sentence):
        tags[start:end] = "C" * (end - start)
    for start, end in _tied(sentence, tags):
        tags[start:end] = [tag if tag in _NOUNS_AND_TIES else "N" for tag in tags[start:end]]
    for place, word in enumerate(sentence.words):
        around = tags[place - 1 : place] + tags[place + 1 : place + 2]
        if word == "&" and around == ["C", "C"]:
            tags[place] = "C"
        if word == _THAT and _points_at_a_noun(tags, place):
            tags[place] = "D"
        if tags[place] == "V" and _follows_do(sentence, place):
            tags[place] = "N"
        if tags[place] == "G" and _is_the_subject(sentence, place):
            tags[place] = "N"
    return _nouned("".join(tags))


def _without_false_nouns(sentence: Sentence) -> list[str]:
    """The tags with verbs and adverbs told from nouns, and "one more bun" read whole."""
    tags = list(sentence.tags)
    for place, word in enumerate(sentence.words):
        if _is_adverb(word, tags, place):
            tags[place] = "A"
        elif word == _MORE and tags[place - 1 : place] in (["#"], ["D"]):
            tags[place] = "N"
        elif tags[place] == "N" and must_be_verb(sentence, place):
            tags[place] = "V"
    return tags


def _is_adverb(word: str, tags: list[str], place: int) -> bool:
    """Whether a word only seems to be a noun: "ran aground", "claim back", "who came first"."""
    before, behind = tags[place - 1 : place], tags[place + 1 : place + 2]
    if word == _FIRST:
        return before in (["N"], ["C"]) and behind not in (["N"], ["C"], ["#"], ["G"])
    if tags[place] != "N":
        return False
    return word in _ADVERBS or (word in _UNLESS_LED and before not in (["D"], ["z"], ["-"]))


def must_be_verb(sentence: Sentence, place: int) -> bool:
    """Whether a verb must stand here: behind "who", behind "should I", before "the" in an order."""
    if not place and opens_with_order(sentence):
        return True
    words, tags = sentence.words, sentence.tags
    before = place - 1
    while before > 0 and tags[before] == "A":
        before -= 1
    leading = syntax(sentence.language).leading
    if before >= 0 and words[before] == _WHO:
        return True
    return before > 0 and words[before] in _SUBJECTS and words[before - 1] in leading


def opens_with_order(sentence: Sentence) -> bool:
    """Whether a message opens with a verb: "tell me about the mill", "list the members"."""
    opening = sentence.words[0] if sentence.words else ""
    led = sentence.tags[1:2] in ("R", "D")
    return led and syntax(sentence.language).tags.get(opening) == "V"


def _tied(sentence: Sentence, tags: list[str]) -> list[tuple[int, int]]:
    """Where hyphens tie words to one noun: "all-terrain", "the sing-along", "check-in".

    Not so in "re-elected", which is the verb, nor in "rail - or road".
    """
    found, start = [], 0
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    for place, tag in enumerate(tags):
        if place < start or tag != "-":
            continue
        end = place
        while tags[end : end + 1] == ["-"] and ends[end - 1] == starts[end]:
            if starts[end + 1 : end + 2] != ends[end : end + 1]:
                break
            end += 2
        start = max(place - 1, 0)
        led = tags[start - 1 : start] == ["D"] or "N" in tags[start:end] or "C" in tags[start:end]
        verb = tags[end - 1 : end] in (["V"], ["E"], ["G"]) and tags[end : end + 1] not in _NOUN
        if end > place and led and not verb:
            found.append((start, end))
        start = max(end, place + 1)
    return found


def _titles(sentence: Sentence) -> list[tuple[int, int]]:
    """Where a few words stand in quotation marks, which are counted in."""
    found, start = [], 0
    words, tokens = sentence.words, sentence.tokens
    for place, word in enumerate(words):
        closing = _QUOTES.get(word)
        if place < start or closing is None:
            continue
        last = range(place + 2, min(place + 2 + _LONGEST_TITLE, len(words)))
        end = next((i for i in last if words[i] == closing), None)
        opens = tokens.ends[place] == tokens.starts[place + 1 : place + 2][0] if end else False
        if end is not None and opens and tokens.ends[end - 1] == tokens.starts[end]:
            found.append((place, end + 1))
            start = end + 1
    return found


def _points_at_a_noun(tags: list[str], place: int) -> bool:
    """Whether "that" stands before its noun: "who laid that buoy", not "said that mines shut"."""
    if tags[place + 1 : place + 2] not in (["N"], ["C"]):
        return False
    before = tags[place - 1] if place else "."
    return before in "XPot." or not any(tag in "XVE" for tag in tags[place + 1 :])


def _is_the_subject(sentence: Sentence, place: int) -> bool:
    """Whether an -ing form behind "is" or "does" is what is asked about: "is smoking allowed?"."""
    words, tags = sentence.words, sentence.tags
    doing = syntax(sentence.language).doing
    if words[place - 1 : place] and words[place - 1] in doing:
        return True
    if place == 0 or words[place - 1] not in _IS:
        return False
    if place == 1:
        return "E" in tags[place:] or "N" in tags[place:]
    ends = tags[place + 1 : place + 2] in ("", ".")
    return words[:2] == HOW_MUCH or (
        ends and words[place - 2] == _WHAT and place == 2 and words[place] not in _GOING_ON
    )


def _follows_do(sentence: Sentence, place: int) -> bool:
    """Whether a word is the subject that must follow "when did": "when did release 2 appear"."""
    words = sentence.words
    rules = syntax(sentence.language)
    doing = place > 1 and words[place - 1] in rules.doing
    return doing and not rules.adverbial.isdisjoint(words[:place])


def _nouned(tags: str) -> str:
    """Tags with "the Astana meeting", "fishing boats" and "a guided tour" read as nouns."""
    settled = list(tags)
    for i, tag in enumerate(tags):
        if tag not in "GEP":
            continue
        before = tags[i - 1] if i else "."
        verb_behind = any(t in "VE" for t in tags[i + 1 :])
        numbered = tags[:i].endswith(("D#", "DP"))
        opening = before in ".&P" and tags[i + 1 : i + 2] in ("N", "C")
        if tag == "G" and (
            before == "D" or numbered or opening or (before in "NC#" and verb_behind)
        ):
            settled[i] = "N"
        if tag in "EP" and before == "D" and tags[i + 1 : i + 2] in ("N", "C", "G"):
            settled[i] = "N"
    return "".join(settled)
