"""A message and the turns before it to questions that stand alone, likeliest reading first.

What is added comes from the person's own earlier words, or from the answer and the passage they
were given, never from anywhere else. Where a message may be read in several ways, the documents
decide: see `choosing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answer import Reference
from bot.answering.short.sentence import syntax
from bot.conversation import Turn
from bot.follow_up.antecedents import Said
from bot.follow_up.carrying import behind_preposition, bridged, noun_filled, scope
from bot.follow_up.framing import at_that_time, in_plain_words, without_frame
from bot.follow_up.plain import completed
from bot.follow_up.pronouns import pronouns, with_antecedents
from bot.follow_up.reading import Reading, read
from bot.follow_up.reframing import reframed
from bot.follow_up.replacing import replaced
from bot.follow_up_words import FollowUpWords
from retrieval.entities import NAMES, mentions
from retrieval.entities import Kind as Slotted
from retrieval.question import Kind, parse_question

LOOKED_BACK = 3  # turns that pronouns may point to
MOST = 5  # readings of a message
AS_IT_STANDS = 3.0  # doubt of a message whose pronoun points to nothing that is known
TOPIC = 2  # words of a fragment that may be a subject of its own: "news about Idlib"
IN_PLACE = 1.5  # doubt that it takes the place of something said before all the same

_DEGREES = frozenset({"so", "few", "many", "much", "little", "late", "early", "not"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone.

    `inherited` says whether earlier turns helped to make it. `doubt`, at least 0, tells how much
    less likely this reading is than the first, before the documents are asked. `instead` are the
    words that took the place of others: what was quoted for those answers only if it has them.
    `bare` is the message with its pronouns, "" if it has none: what was quoted before answers only
    if it fits that too, since what the pronouns were filled with fits it anyway. `further` says
    that more is asked for than was quoted ("who else?").
    """

    text: str
    inherited: bool
    doubt: float = 0.0
    instead: str = ""
    bare: str = ""
    further: bool = False


@dataclass(frozen=True, slots=True)
class Background:
    """What a message may lean on: the turns, oldest first, and ways to look things up.

    `passage` gives the text of a quote, "" where it is gone; `is_name` tells whether a word is
    always written with a capital in the documents.
    """

    turns: tuple[Turn, ...]
    passage: Callable[[Reference], str]
    is_name: Callable[[str], bool]


def resolve(
    text: str, background: Background, *, words: FollowUpWords, language: str
) -> tuple[Resolved, ...]:
    """The readings of `text`, likeliest first, never none; one alone where nothing is in doubt."""
    alone = Resolved(text=text, inherited=False)
    if not background.turns:
        return (alone,)
    leaning = _Leaning(text, background, words, language)
    found = dict.fromkeys(leaning.readings())
    return tuple(found)[:MOST] or (alone,)


class _Leaning:
    """One message against its background."""

    def __init__(
        self, text: str, background: Background, words: FollowUpWords, language: str
    ) -> None:
        self._language = language
        rest, self._opened = without_frame(text, words)
        self._background = background
        plain = at_that_time(in_plain_words(rest, language), words, self._date)
        self._text = text
        self._words = words
        self._message = read(plain, language=language, is_name=background.is_name)
        self._question = parse_question(plain, language=language)

    @cached_property
    def _last(self) -> Said:
        """The turn before."""
        return self._read(self._background.turns[-1])

    @cached_property
    def _said(self) -> list[Said]:
        """The turns that pronouns may point to, the last one first."""
        earlier = self._background.turns[-LOOKED_BACK:-1][::-1]
        return [self._last, *map(self._read, earlier)]

    def _date(self) -> str:
        """The date last told: the short answer's, else the first in the quote."""
        turn = self._background.turns[-1]
        for text in (turn.short, _passage(turn, self._background)):
            dates = [m for m in mentions(text, language=self._language) if m.kind is Slotted.DATE]
            if dates and dates[0].value:
                return text[dates[0].start : dates[0].end]
        return ""

    def _read(self, turn: Turn) -> Said:
        names, text = self._background.is_name, turn.question.text
        question = read(text, language=self._language, is_name=names)
        return Said(turn=turn, question=question, passage=_passage(turn, self._background))

    def readings(self) -> Iterator[Resolved]:
        """The readings of the message, likeliest first."""
        message = self._message
        if not syntax(self._language).tags:
            yield from self._plainly()
            return
        found = pronouns(message, self._words)
        if message.asking.end and self._points_at_all():
            yield from self._reframed()
            return
        if found:
            others = [word for word in message.sentence.words if word in self._words.others]
            alone = Resolved(
                self._text,
                inherited=True,
                doubt=AS_IT_STANDS,
                further=bool(others),
                bare=message.text,
            )
            for filled in with_antecedents(message, found, self._said, language=self._language):
                text = self._in_frame(filled.text) if not message.asking.end else ""
                yield replace(alone, text=text or filled.text, doubt=filled.doubt)
            yield alone
            return
        own = self._own_words()
        if not message.asking.end and self._is_fragment():
            new = self._is_topic(own)
            if new:
                yield Resolved(self._text, inherited=False)
            for reading in _ranked(replaced(message, self._last.question), message.text):
                yield replace(reading, doubt=reading.doubt + IN_PLACE * new)
        elif message.asking.end and not own and self._asks_with_slots():
            yield from self._asked_of_others()
        elif message.asking.end and own:
            yield from self._own_question(own)
        else:
            yield Resolved(self._text, inherited=False)

    def _plainly(self) -> Iterator[Resolved]:
        """The readings in a language without a grammar."""
        completions = completed(self._message, self._last, self._words, opened=self._opened)
        for text, doubt in completions:
            yield Resolved(text, inherited=True, doubt=doubt)
        yield Resolved(self._text, inherited=False, doubt=AS_IT_STANDS if self._opened else 0.5)

    def _in_frame(self, filled: str) -> str:
        """A fragment such as "her brother's boat" in its place in the question before."""
        if not self._is_fragment():
            return ""
        fragment = read(filled, language=self._language, is_name=lambda _: False)
        return next(iter(replaced(fragment, self._last.question)), "")

    def _points_at_all(self) -> bool:
        """Whether a message only asks about what was said: "why?", "when was that?"."""
        sentence = self._message.sentence
        asking = self._whole_asking()
        return all(
            word in self._words.empty or not word[0].isalnum() or place in asking
            for place, word in enumerate(sentence.words)
        ) and (self._is_bare_asking() or self._asks_alone())

    def _whole_asking(self) -> range:
        """The wh-phrase with the preposition before it: "by whom"."""
        start, end = self._message.asking
        tags = self._message.sentence.tags
        return range(start - (tags[start - 1 : start] in ("P", "o", "t")), end)

    def _is_bare_asking(self) -> bool:
        """Whether the wh-phrase has no noun of its own: "how many", but not "how many ships"."""
        sentence = self._message.sentence
        known = {"many", "much", "long", "far", "often", "come", "so", "not", "else"}
        start, end = self._message.asking
        return all(word in known for word in sentence.words[start + 1 : end])

    def _asks_alone(self) -> bool:
        """Whether a message is a wh-phrase with its noun and no more: "how many cars?"."""
        end = self._message.asking.end
        return not any(word[0].isalnum() for word in self._message.sentence.words[end:])

    def _reframed(self) -> Iterator[Resolved]:
        sentence = self._message.sentence
        whole = self._whole_asking()
        start, end = whole.start, whole.stop
        degree = [word for word in sentence.words[end:] if word in _DEGREES]
        asking = " ".join([*sentence.words[start:end], *degree])
        others = [word for word in sentence.words if word in self._words.others]
        if others:
            asking = f"{asking} {others[0]}"
        last = self._last
        text = reframed(asking, last.question, last.turn.question, short=last.turn.short)
        if others:
            yield Resolved(text, inherited=True, further=True)
        else:
            yield Resolved(text, inherited=True)

    def _is_topic(self, own: list[str]) -> bool:
        """Whether a fragment is a new subject: of several words, none of them said before."""
        said = {token.term for token in self._last.turn.question.content}
        terms = {token.term for token in self._question.content}
        return not self._opened and bool(own) and len(terms) >= TOPIC and not terms & said

    def _has_a_subject(self) -> bool:
        """Whether a thing or a person stands behind the wh-phrase and its auxiliary."""
        message, end = self._message, self._message.asking.end
        place = end + (message.sentence.tags[end : end + 1] == "X")
        starts = {phrase.start for phrase in message.phrases}
        pronoun = message.sentence.tags[place : place + 1] == "R"
        return place > end and (pronoun or message.sentence.tokens.starts[place] in starts)

    def _own_words(self) -> list[str]:
        """The content words of the message that are no slot: its own nouns and verbs."""
        message = self._message
        slots = message.slots
        asking = message.sentence.tokens.starts[message.asking.start] if message.asking.end else -1
        return [
            token.term
            for token in self._question.content
            if not any(slot.start <= token.start < slot.end for slot in slots)
            and token.start != asking
        ]

    def _asks_with_slots(self) -> bool:
        """Whether an ordinal or date, or a name behind "and", is all that a wh-word asks about.

        "Who is Ann Lee?" stands alone.
        """
        if self._message.of(*NAMES):
            return self._opened and self._question.kind not in (Kind.WHO, Kind.DEFINITION)
        return bool(self._message.slots)

    def _is_fragment(self) -> bool:
        """Whether a message without a wh-word is no sentence: it holds no verb."""
        tags = self._message.sentence.tags
        return self._opened or not any(tag in "XV" for tag in tags)

    def _asked_of_others(self) -> Iterator[Resolved]:
        """A wh-word with nothing but slots: the earlier question with both replaced."""
        message, last = self._message, self._last
        asked = message.text[slice(*message.sentence.slice(*message.asking))]
        rest = message.text[message.sentence.tokens.ends[message.asking.end - 1] :]
        fragment = read(
            _without_auxiliary(rest, message), language=self._language, is_name=lambda _: False
        )
        for place, text in enumerate(replaced(fragment, last.question)):
            question = parse_question(text, language=self._language)
            if self._question.kind is last.turn.question.kind:
                yield Resolved(text, inherited=True, doubt=float(place), instead=fragment.text)
                continue
            reading = read(text, language=self._language, is_name=lambda _: False)
            yield Resolved(
                reframed(asked.casefold(), reading, question, short=""),
                inherited=True,
                doubt=float(place),
            )

    def _own_question(self, own: list[str]) -> Iterator[Resolved]:
        """A question with words of its own: as it stands, and with what was spoken of."""
        message, earlier = self._message, self._last.question
        filled = noun_filled(message, earlier) or bridged(message, earlier)
        alone = Resolved(self._text, inherited=False)
        if filled:
            yield Resolved(filled, inherited=True)
            yield Resolved(self._text, inherited=False, doubt=1.0)
            return
        anchored = message.of(*NAMES, Slotted.DATE, Slotted.ORDINAL)
        if anchored:
            yield alone
            return
        bounds = scope(earlier)
        subject = earlier.phrases[0] if earlier.phrases else None
        texts = [bounds] if bounds else []
        opened = self._opened and not self._has_a_subject()
        if not texts and subject is not None and (opened or len(own) <= 1):
            texts.append(behind_preposition(earlier, subject))
        yield Resolved(self._text, inherited=False, doubt=0.5 if self._opened else 0.0)
        bare = message.text.strip(" ?!.")
        for text in texts:
            yield Resolved(f"{bare} {text}?", inherited=True, doubt=0.0 if self._opened else 0.5)


def _ranked(texts: tuple[str, ...], instead: str = "") -> Iterator[Resolved]:
    for place, text in enumerate(texts):
        yield Resolved(text, inherited=True, doubt=float(place), instead=instead)


def _passage(turn: Turn, background: Background) -> str:
    return background.passage(turn.quoted) if turn.quoted is not None else ""


def _without_auxiliary(rest: str, message: Reading) -> str:
    """What stands behind a wh-phrase without its "was" or "did"."""
    place = message.asking.end
    if message.sentence.tags[place : place + 1] == "X":
        return message.text[message.sentence.tokens.ends[place] :].strip()
    return rest.strip()
