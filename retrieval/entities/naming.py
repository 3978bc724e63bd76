"""Names: which part of a run of capitalised words is a title, and what kind of thing is named."""

from __future__ import annotations

from retrieval.entities.mention import Kind, Mention
from retrieval.entities.tokens import Tokens, Vocabulary


def named(tokens: Tokens, first: int, last: int, words: Vocabulary) -> list[Mention]:
    """The titles and names in tokens `first` to `last` (excluded); a name may lie in a title."""
    if _only_begins_a_sentence(tokens, first, last, words):
        return []
    head, split = _after_title(tokens, first, last, words)
    found = []
    if head > first:
        start = _title_start(tokens, first) if tokens.classes[first] == "y" else first
        found.append(_mention(Kind.TITLE, tokens, start, split))
        if split > head + 1:
            linked = head + 2 if tokens.classes[head + 1] == "T" else head + 1
            found.append(_mention(_kind(tokens, linked, split, words), tokens, linked, split))
    if split < last:
        found.extend(_names(tokens, split, last, words, titled=bool(found)))
    return found


def _names(
    tokens: Tokens, first: int, last: int, words: Vocabulary, *, titled: bool
) -> list[Mention]:
    """One name, or two where a person's is followed by "of" and another."""
    place = tokens.classes.find("o", first, last)
    if place > first and (titled or _is_person(tokens, first, place, words)):
        after = place + 2 if tokens.classes[place + 1] == "T" else place + 1
        return [
            *_names(tokens, first, place, words, titled=titled),
            *_names(tokens, after, last, words, titled=False),
        ]
    kind = _kind(tokens, first, last, words)
    if titled and kind is not Kind.GROUP:
        kind = Kind.PERSON
    return [_mention(kind, tokens, first, last)]


def _mention(kind: Kind, tokens: Tokens, first: int, last: int) -> Mention:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if tokens.classes[last - 1] == "." and last - 1 > first and tokens.classes[last - 2] != "I":
        end = tokens.ends[last - 2]
    return Mention(kind, start, end, tokens.text[start:end])


def _only_begins_a_sentence(tokens: Tokens, first: int, last: int, words: Vocabulary) -> bool:
    """Whether one capital word opens a sentence and looks like any other word."""
    if last - first > 1 or tokens.classes[first] not in "CJH":
        return False
    opens = first == 0 or tokens.classes[first - 1] in '."'
    if not opens or tokens.classes[last : last + 1] == "z":
        return False
    word = tokens.surface(first)
    return tokens.classes[first] == "J" or word.endswith(
        tuple(words.cues.get("common_endings", ()))
    )


def _after_title(tokens: Tokens, first: int, last: int, words: Vocabulary) -> tuple[int, int]:
    """The tokens after the head of a title that opens a run, and after the whole title.

    Both are `first` if there is none. The title goes on after its last head ("Minister") with what
    is linked to that by "for" or "of": up to a tail word ("Affairs"), else one name.
    """
    head = -1
    for number in range(first, last):
        if tokens.classes[number] in "Hhy":
            head = number
        elif head >= 0 and tokens.classes[number] not in "J-.":
            break
    if head < 0:
        return first, first
    head += 1
    if head < last and tokens.classes[head] == ".":
        head += 1
    if head < last and tokens.classes[head] in "oj":
        return head, _linked(tokens, head + 1, last, words)
    return head, head


def _linked(tokens: Tokens, first: int, last: int, words: Vocabulary) -> int:
    tails = words.titles.get("tails", frozenset())
    for number in range(first, last):
        if tokens.surface(number).casefold() in tails:
            return number + 1
    end = first + 2 if tokens.classes[first] == "T" else first + 1
    while end + 1 < last and tokens.classes[end] == "o":
        end += 3 if tokens.classes[end + 1] == "T" else 2
    return min(end, last)


def _title_start(tokens: Tokens, last: int) -> int:
    """The first token of a title in small letters, with the capitals right before it."""
    start = last
    while start and tokens.classes[start - 1] in "yCXJH-":
        start -= 1
    return start


def _kind(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Kind:
    """What kind of thing a name is: by its own words, else by its neighbours."""
    surfaces = [tokens.surface(number) for number in range(first, last)]
    by_words = _by_words(surfaces, words)
    if by_words is not None:
        return by_words
    if surfaces[-1] in words.cues.get("countries", ()) and last - first <= 2:
        return Kind.PLACE
    if _is_person(tokens, first, last, words):
        return Kind.PERSON
    return _by_neighbours(tokens, first, last, words)


def _by_words(surfaces: list[str], words: Vocabulary) -> Kind | None:
    small = [surface.casefold() for surface in surfaces]
    if any(word in words.cues.get("group_words", ()) for word in small):
        return Kind.GROUP
    if any(word in words.cues.get("place_words", ()) for word in small):
        return Kind.PLACE
    return None


def _is_person(tokens: Tokens, first: int, last: int, words: Vocabulary) -> bool:
    """Whether a run begins with a given name or holds an initial."""
    opening = tokens.surface(first)
    if opening[0].isupper() and opening.casefold() in words.cues.get("given_names", ()):
        return True
    classes = tokens.classes[first:last]
    return "I" in classes and "C" in classes


def _by_neighbours(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Kind:
    """What kind of thing a name is, by the words right before and behind it."""
    before = tokens.surface(first - 1).casefold() if first else ""
    if before in words.cues.get("definite", ()) and first > 1:
        before = tokens.surface(first - 2).casefold()
    after = tokens.surface(last).casefold() if last < len(tokens.classes) else ""
    if after in words.cues.get("say", ()):
        return Kind.GROUP if tokens.classes[first:last] == "X" else Kind.PERSON
    adjective = last - first == 1 and tokens.surface(first).endswith(
        tuple(words.cues.get("adjective_endings", ()))
    )
    if adjective and tokens.classes[last : last + 1] in ("l", "y"):
        return Kind.NAME
    if tokens.classes[first:last] == "X":
        return Kind.GROUP
    attributed = first > 1 and tokens.surface(first - 2).casefold() in words.cues.get("sources", ())
    if before in words.cues.get("place_before", ()) and last - first <= 3 and not attributed:
        return Kind.PLACE
    if before in words.cues.get("person_before", ()) and last - first > 1:
        return Kind.PERSON
    return Kind.NAME
