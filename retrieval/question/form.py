"""What a question asks for, by its form: the question word, its noun, the verb behind it."""

from __future__ import annotations

from retrieval.analysis import Token
from retrieval.question.grammar import ASKING, Grammar
from retrieval.question.kinds import Kind, Wanted

_KEYS = frozenset({Wanted.DATE, Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.REASON})
_NUMBER_REACH = 4  # words before and with the "number" of "is the total number of"
LONGEST_DEFINED = 5  # words of a thing whose definition is asked for
_FOCUS_REACH = 6  # tokens behind "what" or "which" in which its noun is looked for


def form_told(
    words: list[str], tokens: list[Token], sentence: str, grammar: Grammar
) -> tuple[Kind, Wanted, tuple[Token, ...]]:
    """Kind, wanted type and focus of the sentence that asks."""
    place = next((i for i, word in enumerate(words) if word in ASKING), None)
    if words and words[0] in grammar.auxiliaries:
        return Kind.YES_NO, Wanted.YES_NO, ()
    if grammar.definitions.search(sentence):
        return Kind.DEFINITION, Wanted.DEFINITION, ()
    if place is None:
        return _without_question_word(words, tokens, sentence, grammar)
    kind, wanted = ASKING[words[place]]
    behind = words[place + 1 :]
    if (
        kind is Kind.WHAT
        and behind[:1]
        and behind[0] in grammar.being
        and _asks_number(behind, grammar)
    ):
        return Kind.HOW_MANY, Wanted.NUMBER, ()
    if kind is Kind.HOW:
        return *_how(behind, grammar), ()
    if kind is Kind.WHAT and _asks_to_pay(behind, grammar):
        return Kind.HOW_MANY, Wanted.MONEY, ()
    if asks_for_reason(words[max(place - 1, 0) :], grammar):
        return Kind.WHY, Wanted.REASON, ()
    if kind in {Kind.WHAT, Kind.WHICH, Kind.WHO}:
        copula = bool(behind) and behind[0] in grammar.auxiliaries
        head = _head(behind, grammar) if copula or kind is not Kind.WHO else None
        focus = () if head is None else (tokens[place + 1 + head],)
        return *_what(kind, wanted, behind, head, sentence, grammar), focus
    return kind, wanted, ()


def _without_question_word(
    words: list[str], tokens: list[Token], sentence: str, grammar: Grammar
) -> tuple[Kind, Wanted, tuple[Token, ...]]:
    """A list that is asked for, or keywords led by what is wanted: "price of a ticket"."""
    if grammar.lists.search(sentence):
        return Kind.LIST, Wanted.THING, ()
    if _asks_number(words, grammar):
        return Kind.HOW_MANY, Wanted.NUMBER, ()
    head = _head(words, grammar)
    wanted = None if head is None else grammar.nouns.get(words[head])
    if wanted is None and _opens_with_key(words, grammar):
        head, wanted = 0, grammar.nouns[words[0]]
    if head is None or wanted is None or len(words) < 2:
        return Kind.OTHER, Wanted.THING, ()
    return Kind.WHAT, wanted, (tokens[head],)


def _opens_with_key(words: list[str], grammar: Grammar) -> bool:
    """Whether keywords open with what is wanted: "reason strike ferry", not "date the letter"."""
    key = grammar.nouns.get(words[0]) in _KEYS if words else False
    return key and words[1:2] != [] and words[1] not in grammar.definite | grammar.auxiliaries


def asks_for_reason(words: list[str], grammar: Grammar) -> bool:
    """Whether words ask why by a noun: "for what reason"."""
    noun = grammar.nouns.get(words[2]) if len(words) > 2 else None
    return words[:1] == ["for"] and words[1:2] in (["what"], ["which"]) and noun is Wanted.REASON


def _asks_number(words: list[str], grammar: Grammar) -> bool:
    """Whether words ask how many there are: "the total number of visitors", but not "the number of
    the house".
    """
    place = words.index("number") if "number" in words[:_NUMBER_REACH] else len(words)
    counted = words[place + 2 : place + 4]
    several = any(word.endswith("s") and not word.endswith("ss") for word in counted)
    return (
        words[place + 1 : place + 2] == ["of"]
        and grammar.numbering.issuperset(words[:place])
        and grammar.definite.isdisjoint(counted[:1])
        and (several or not grammar.plurals.isdisjoint(counted))
    )


def _how(behind: list[str], grammar: Grammar) -> tuple[Kind, Wanted]:
    """Kind and wanted type of a question with "how", by the words behind that."""
    first = behind[0] if behind else ""
    if first == "come":
        return Kind.WHY, Wanted.REASON
    if first in {"many", *grammar.adjectives} and _counts_shares(behind[1:], grammar):
        return Kind.HOW_MANY, Wanted.PERCENTAGE
    if first == "many":
        return Kind.HOW_MANY, Wanted.NUMBER
    if first == "much" and behind[1:2] and behind[1] in grammar.lasting:
        return Kind.HOW_MANY, Wanted.DURATION
    if first == "much":
        counted = {grammar.nouns.get(word) for word in behind}
        paying = not grammar.paying.isdisjoint(behind)
        price = Wanted.NUMBER not in counted and _asks_price(behind[1:], grammar)
        money = Wanted.MONEY in counted or paying or price
        return Kind.HOW_MANY, Wanted.MONEY if money else Wanted.NUMBER
    if first in grammar.adjectives:
        return Kind.HOW_MANY, grammar.adjectives[first]
    return Kind.HOW, Wanted.MANNER


def _counts_shares(behind: list[str], grammar: Grammar) -> bool:
    """Whether a share stands behind "how many" or "how high": "percent", "is the proportion of"."""
    of = behind.index("of") if "of" in behind else len(behind)
    noun = behind[:1] if of == 1 or behind[:1] == ["percent"] else behind[max(of - 1, 0) : of]
    known = grammar.nouns.get(noun[0]) if noun else None
    return known is Wanted.PERCENTAGE and noun != ["part"]


def _what(
    kind: Kind,
    wanted: Wanted,
    behind: list[str],
    head: int | None,
    sentence: str,
    grammar: Grammar,
) -> tuple[Kind, Wanted]:
    """The finer kind and type behind "what", "which" and "who"."""
    noun = behind[head] if head is not None else ""
    by_noun = next(filter(None, map(grammar.nouns.get, _forms_of(noun))), None)
    whole = head is not None and behind[head + 1 : head + 2] == ["of"]
    if by_noun is Wanted.PERCENTAGE and (
        noun not in grammar.nouns or (noun == "part" and not whole)
    ):
        by_noun = None  # "which parts" are no share, nor is "the hardest part"
    if kind is Kind.WHAT and behind and behind[0] in grammar.causing:
        return kind, Wanted.REASON
    if kind is not Kind.WHO and by_noun is not None:
        wanted = by_noun
    if grammar.lists.search(sentence):
        return Kind.LIST, wanted
    copula = behind[:1] == ["is"] or behind[:1] == ["are"] or behind[:1] == ["was"]
    bare = behind[1:] if copula else []
    beside = kind is Kind.WHO and not grammar.beside.isdisjoint(bare)  # "who was mayor before Ida?"
    if _is_thing(bare, grammar) and len(bare) <= LONGEST_DEFINED and not beside:
        return Kind.DEFINITION, Wanted.DEFINITION
    plural = noun.endswith("s") and not noun.endswith("ss")
    if plural and (kind is Kind.WHICH or behind[:1] == ["are"] or behind[:1] == ["were"]):
        return Kind.LIST, wanted
    return kind, wanted


def _forms_of(noun: str) -> tuple[str, ...]:
    """A noun, and what it may be the plural of: "towns", "countries"."""
    one = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun
    return noun, noun.removesuffix("s"), one


def _is_thing(behind: list[str], grammar: Grammar) -> bool:
    """Whether what stands behind "what is" or "who is" may be a thing or a name, whose meaning is
    asked for: not "the old mill", "born in the old mill", "in the box", "hiding there".
    """
    if not behind or behind[0] in grammar.definite | grammar.breaks | grammar.undergone:
        return False
    return not _has_verb(behind, grammar)


def _asks_to_pay(behind: list[str], grammar: Grammar) -> bool:
    """Whether "what" asks for an amount: "what does it cost?", but not "what did they pay for?"."""
    asked = bool(behind) and behind[0] in grammar.auxiliaries
    place = next((n for n, word in enumerate(behind) if word in grammar.paying), len(behind))
    if (
        behind[place + 1 : place + 2] == ["for"]
        and set(behind[place + 2 : place + 3]) <= grammar.breaks
    ):
        return False
    return asked and behind[-1] not in grammar.breaks and not grammar.paying.isdisjoint(behind[1:])


def _asks_price(behind: list[str], grammar: Grammar) -> bool:
    """Whether it is a price behind "how much": "is a ticket", "to hire a boat" and "for a child",
    but not "is left of it" nor "to take".
    """
    if behind[:1] == ["to"] and len(behind) > 1:
        return behind[1] not in grammar.portioning
    if behind[:1] == ["for"] and len(behind) > 1:
        return True
    if len(behind) < 2 or behind[0] not in grammar.being:
        return False
    named = behind[1].endswith("ing") and behind[1] not in grammar.going  # "parking"
    return named or not _has_verb(behind[1:2], grammar)


def _has_verb(words: list[str], grammar: Grammar) -> bool:
    return any(
        word in grammar.auxiliaries or word in grammar.past or word.endswith(("ing", "ed"))
        for word in words
    )


def _head(behind: list[str], grammar: Grammar) -> int | None:
    """Where the noun stands that names what is asked for, counted from the question word."""
    start = 0
    if behind[:1] and behind[0] in grammar.auxiliaries:
        if len(behind) < 2 or behind[0] not in grammar.being or behind[1] not in grammar.definite:
            return None
        start = 2
    head = None
    ending = grammar.breaks | grammar.pointing | grammar.auxiliaries
    for place in range(start, min(len(behind), start + _FOCUS_REACH)):
        word = behind[place]
        if word == "of" and head is not None and behind[head] in grammar.of_chains:
            head = None
        elif word in ending or _is_verb(behind, place, head, grammar):
            break
        elif word not in grammar.definite:
            head = place
    return head


def _is_verb(words: list[str], place: int, head: int | None, grammar: Grammar) -> bool:
    """Whether a word is a verb: "which people signed it", "what firm makes the bread", "which
    guests come from Orsk".
    """
    word = words[place]
    if head is None:
        return word in grammar.past and word not in grammar.nouns
    behind = words[place + 1] if place + 1 < len(words) else ""
    plural = words[head].endswith("s") and not words[head].endswith("ss")
    present = plural and word in grammar.bases and behind in grammar.breaks
    agrees = plural != word.endswith("s")  # "which room costs 95 euros", "which rooms cost 95"
    led = behind in grammar.definite | grammar.pointing or (agrees and behind.isdecimal())
    return word in grammar.past or word.endswith("ed") or led or present
