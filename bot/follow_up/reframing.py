"""The last question asked anew with another wh-word: "why?", "when was that?", "who else?"."""

from __future__ import annotations

from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import read_sentence, syntax
from bot.follow_up.confirming import indefinite
from bot.follow_up.parts.phrases import MEASURES
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import HAVE, HOW_MANY, OF_NUMBER
from retrieval.question import Kind, Question

_SUBJECTS = frozenset({"who", "what", "which"})
_PERSON = "who"
_HOW = "how"
_HOW_MUCH = "how much"
_IT_TAKES = "does it take to "
_IT_COSTS = "does it cost to "
_OF_ANYBODY = (_PERSON, "how many")
_SAID = "who said"
_SOMEBODY = "they"
_DOES_THEY = ("does", _SOMEBODY)
_NOT = "not"
_OF_SEVERAL = {"has": "have", "was": "were", "is": "are", "does": "do"}
LONGEST_OBJECT = 6  # words of an answer that may stand as an object
_ACT = "do"
_WAYS = frozenset({"how", "often"})
_PAST = frozenset({"did", "was", "were", "is", "are", "had", "have", "has"})


def reframed(asking: str, earlier: Reading, question: Question, *, short: str) -> str:
    """The earlier question under another wh-phrase; `short` is the answer it was given.

    "Who opened the bridge?", answered by Ann Lee, is under "when" "when did Ann Lee open the
    bridge?"; "When was it opened?" is under "who" "by whom was it opened?".
    """
    if question.kind is Kind.YES_NO and asking.endswith(f" {_NOT}"):
        return f"{asking.removesuffix(_NOT)}{_denied(earlier)}?"
    if question.kind is Kind.YES_NO and asking.startswith(_OF_ANYBODY) and _of_anybody(earlier):
        return f"{asking} {earlier.sentence.words[0]} {earlier.after(2)}?"
    ended = earlier.asking.end >= len(earlier.sentence.words)  # "Which countries?"
    if not earlier.asking.end or ended or question.kind is Kind.YES_NO:
        return f"{asking} {_uncapitalised(earlier)}?"
    if _NOT in earlier.sentence.words:
        asking = asking.removesuffix(f" {_NOT}")
    if asking == _HOW_MUCH and earlier.after(earlier.asking.end).startswith(_IT_TAKES):
        return f"{asking} {_IT_COSTS}{earlier.after(earlier.asking.end).removeprefix(_IT_TAKES)}?"
    adverbial = syntax(earlier.sentence.language).adverbial
    word = asking.split()[-1] if asking.split()[-1] in adverbial else asking.split()[0]
    rest = earlier.after(earlier.asking.end)
    if asking.split()[-1] in OF_NUMBER:
        return f"{asking} {_asked_noun(earlier)} {rest}?".replace("  ", " ")
    if not _asks_for_subject(earlier):
        if word == _PERSON and _is_passive(earlier):
            return f"by whom {rest}?"
        return f"{asking} {_with_object(earlier, short)}?"
    if word in _SUBJECTS:
        return f"{asking} {rest}?"
    return f"{asking} {_inverted(earlier, short)}?"


def as_told(earlier: Reading, passage: str) -> str:
    """A question for yes or no with what a passage says instead: "open" as "closed".

    The question as it is where the passage says the word itself, or no opposite of any.
    """
    language = earlier.sentence.language
    told, rules = read_sentence(passage, language=language), polarity(language)
    for place, term in enumerate(earlier.sentence.terms):
        others = rules.opposites.get(term, frozenset()) | rules.contraries.get(term, frozenset())
        said = [word for word, known in zip(told.words, told.terms, strict=True) if known in others]
        if said and term not in told.terms:
            start, end = earlier.sentence.slice(place, place + 1)
            return f"{earlier.text[:start]}{said[0]}{earlier.text[end:]}"
    return earlier.text


def _of_anybody(earlier: Reading) -> bool:
    """Whether "was anyone hurt?" was asked, of whom "who?" may be asked then."""
    anybody, _ = indefinite(earlier.sentence.language)
    return not anybody.isdisjoint(earlier.sentence.words[1:2])


def asked_for_source(earlier: Reading, question: Question, *, short: str) -> str:
    """Who said what the earlier question was answered with.

    "When was the bridge opened?", answered by "in May", becomes "who said the bridge was opened in
    May?".
    """
    yes_no = question.kind is Kind.YES_NO
    brief = short if len(short.split()) <= LONGEST_OBJECT else ""
    if not yes_no and _asks_for_subject(earlier):
        subject = brief or _subject(earlier)
        return f"{_SAID} {subject} {earlier.after(earlier.asking.end)}?"
    place = 0 if yes_no else earlier.asking.end
    sentence = earlier.sentence
    start = sentence.tokens.ends[place] if sentence.tags[place] == "X" else 0
    end = next((p.end for p in earlier.phrases if p.start > start), start)
    doing = syntax(sentence.language).doing
    verb = sentence.words[place] if start and sentence.words[place] not in doing else ""
    said = f"{earlier.text[start:end]} {verb} {earlier.text[end:].strip(' ?!.')}"
    if question.kind in (Kind.WHEN, Kind.WHERE):
        said = f"{said} {brief}".rstrip()
    return " ".join(f"{_SAID} {said}?".replace(" ?", "?").split())


def _uncapitalised(earlier: Reading) -> str:
    text = earlier.text.strip(" ?!.")
    return text[:1].lower() + text[1:] if earlier.sentence.tags[:1] != "C" else text


def _denied(earlier: Reading) -> str:
    """A question for yes or no with "not" behind its subject."""
    text = earlier.text.strip(" ?!.")
    text = text[:1].lower() + text[1:]
    ends = [phrase.end for phrase in earlier.phrases if phrase.start > 0]
    if earlier.sentence.tags[1:2] == "R":
        ends = [earlier.sentence.tokens.ends[1]]
    if not ends:
        return f"{_NOT} {text}"
    return f"{text[: ends[0]]} {_NOT}{text[ends[0] :]}"


def _asked_noun(earlier: Reading) -> str:
    """The noun of "which ships", wanted again by "how many"."""
    words = range(earlier.asking.start + 1, earlier.asking.end)
    sentence = earlier.sentence
    degree = sentence.words[words.start : words.start + 1]
    if earlier.word == _HOW and MEASURES.isdisjoint(degree):
        return ""  # "how cold"
    nouns = [i for i in words if sentence.tags[i] in "NC" and sentence.words[i] not in MEASURES]
    if not nouns:
        return ""
    return earlier.text[slice(*earlier.sentence.slice(nouns[0], nouns[-1] + 1))]


def _asks_for_subject(earlier: Reading) -> bool:
    """Whether the answer is the subject: a verb stands right behind the wh-phrase."""
    place = earlier.asking.end
    tags, words = earlier.sentence.tags, earlier.sentence.words
    if tags[place : place + 1] != "X":
        return bool(tags[place : place + 1])
    if words[place] in HAVE and not any(tag in "VE" for tag in tags[place + 1 :]):
        return True
    counts = words[earlier.asking.start :][:2] == HOW_MANY  # "how many were hurt"
    return tags[place + 1 : place + 2] in tuple("VEGXAN" if counts else "VEGXA")


def _with_object(earlier: Reading, short: str) -> str:
    """What stands behind the wh-phrase, with what "which film" asked for behind its verb."""
    place, sentence = earlier.asking.end, earlier.sentence
    noun = _asked_noun(earlier)
    rest = earlier.after(place)
    if earlier.word in syntax(sentence.language).adverbial and not noun:
        return rest
    brief = bool(short) and len(short.split()) <= LONGEST_OBJECT
    thing = short if brief else f"the {noun}" if noun else ""
    if earlier.word == "how":
        thing = noun
    if _ACT in sentence.words[place + 1 :]:
        thing = ""  # an action was asked for, which no answer in a few words is
    stop = next((i for i in range(place + 1, len(sentence.tags)) if sentence.tags[i] in "Pt."), 0)
    if not thing or not stop:
        return f"{rest} {thing}".strip()
    start, end = sentence.tokens.starts[place], sentence.tokens.starts[stop]
    return f"{earlier.text[start:end].strip()} {thing} {earlier.text[end:].strip(' ?!.')}".strip()


def asked_whether(earlier: Reading, name: str) -> str:
    """ "Who signed the treaty?" asked of one name: "did Ann Lee sign the treaty?".

    "" where the question asks for no subject.
    """
    return f"{_inverted(earlier, name)}?" if _asks_for_subject(earlier) else ""


def asked_how_long(earlier: Reading) -> str:
    """ "How do I renew my pass?" asked of its time: "how long does it take to renew my pass?".

    "" where the question asks for no way to do something.
    """
    words, tags = earlier.sentence.words, earlier.sentence.tags
    start = earlier.asking.start
    if earlier.word == _PERSON and tags[earlier.asking.end :][:1] == "E":
        doing = syntax(earlier.sentence.language).bases.get(words[earlier.asking.end])
        rest = earlier.after(earlier.asking.end + 1)
        return f"how long did it take to {doing} {rest}?" if doing and rest else ""
    if words[start : start + 1] != ("how",):
        return ""
    start = earlier.asking.end - 1
    if words[start] not in _WAYS:
        return ""
    verb = start + 3
    if tags[start + 1 : start + 3] == "XR" and words[start + 1] not in _PAST:
        return f"how long does it take to {earlier.after(verb)}?"
    if words[start + 1 : start + 2] == ("to",):
        return f"how long does it take to {earlier.after(start + 2)}?"
    return ""


def _is_passive(earlier: Reading) -> bool:
    tags = earlier.sentence.tags[earlier.asking.end :]
    word = earlier.sentence.words[earlier.asking.end]
    return word in {"was", "were", "is", "are"} and "E" in tags


def _inverted(earlier: Reading, short: str) -> str:
    """The rest of a question for the subject with that subject in its place."""
    place = earlier.asking.end
    sentence = earlier.sentence
    brief = bool(short) and len(short.split()) <= LONGEST_OBJECT
    somebody = _inside(short, sentence.language) if brief else _subject(earlier)
    verb = sentence.words[place]
    behind = earlier.after(place + 1)
    perfect = verb in HAVE and any(tag in "VE" for tag in sentence.tags[place + 1 :])
    if sentence.tags[place] == "X" and (perfect or verb not in HAVE):
        verb = _OF_SEVERAL.get(verb, verb) if somebody == _SOMEBODY else verb
        return f"{verb} {somebody} {behind}"
    base = syntax(sentence.language).bases.get(verb, verb)
    auxiliary = "does" if verb.endswith("s") and verb != base else "did"
    if (verb == base and sentence.tags[place] != "E") or (auxiliary, somebody) == _DOES_THEY:
        auxiliary = "do"
    return f"{auxiliary} {somebody} {base} {behind}".strip()


def _inside(short: str, language: str) -> str:
    """An answer as it stands inside a question: "four people" for "Four people"."""
    first = read_sentence(short, language=language).tags[:1]
    text = " ".join(short.split())
    return text[0].lower() + text[1:] if first in ("#", "D") else text


def _subject(earlier: Reading) -> str:
    noun = _asked_noun(earlier)
    return f"the {noun}" if noun else _SOMEBODY
