"""A message and the turns before it to questions that stand alone, likeliest reading first.

What is added comes from the person's own earlier words, or from the answer and the passage they
were given, never from anywhere else. Where a message may be read in several ways, the documents
decide: see `choosing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.grammar.sentence import syntax
from bot.follow_up.antecedents.things import is_phrase
from bot.follow_up.attributes import is_attribute
from bot.follow_up.before_and_after import at_that_time, in_the_turn_beside, in_the_year_beside
from bot.follow_up.carrying import (
    asks_of_the_other,
    bridged,
    noun_filled,
    scope,
    tied,
)
from bot.follow_up.confirming import outright, who_else
from bot.follow_up.elliptic import asked_of_others, counted_instead, leaves_its_verb_out
from bot.follow_up.filling import with_antecedents
from bot.follow_up.form import Form
from bot.follow_up.framing import in_its_place, without_frame, without_request
from bot.follow_up.happenings import (
    asks_of_happening,
    begun,
    happenings,
    of_harm,
    outright_happening,
)
from bot.follow_up.history import History
from bot.follow_up.hurried import in_plain_words
from bot.follow_up.left_out import with_counted, with_noun
from bot.follow_up.other_languages import completed
from bot.follow_up.parts.reading import Reading, read
from bot.follow_up.pronouns import Pronoun, pronouns
from bot.follow_up.reframing import (
    as_told,
    asked_for_source,
    asked_how_long,
    asked_whether,
    reframed,
)
from bot.follow_up.replacing import replaced
from bot.follow_up.replacing.forms import came_in_place, of_whatever, turned_round
from bot.follow_up.resolved import Background, Resolved
from bot.follow_up.successions import office_of, successions
from bot.follow_up.the_other import the_other_one
from bot.phrasing import FollowUpWords
from retrieval.entities import NAMES, Kind
from retrieval.question import Kind as QuestionKind
from retrieval.question import Wanted

MOST = 5  # readings of a message
AS_IT_STANDS = 5.0  # doubt of a message whose pronoun points to nothing that is known
OF_ALL = 1.5  # doubt that "who attended?" asks of all meetings where one of them was spoken of
ANOTHER_TOPIC = 0.8  # doubt that "and the damage to the club" asks of nothing said before
IN_PLACE = 1.5  # doubt that it takes the place of something said before all the same

_HOW = "how"
_WHAT_IS = "what is"
_DEGREES = frozenset({"so", "few", "many", "much", "little", "late", "early", "not"})


def resolve(
    text: str, background: Background, *, words: FollowUpWords, language: str
) -> tuple[Resolved, ...]:
    """The readings of `text`, likeliest first, never none; one alone where nothing is in doubt."""
    text = in_plain_words(text, language)
    if not background.turns:
        return (Resolved(text=_stated_outright(text, words), inherited=False),)
    alone = Resolved(text=text, inherited=False)
    leaning = _Leaning(text, background, words, language)
    found = dict.fromkeys([*leaning.readings(), *leaning.as_written()])
    return tuple(found)[:MOST] or (alone,)


class _Leaning:
    """One message against its background."""

    def __init__(
        self, text: str, background: Background, words: FollowUpWords, language: str
    ) -> None:
        text = _stated_outright(who_else(text, language), words)
        rest, opened = without_frame(text, words)
        self._said = text
        self._words = words
        self._language = language
        self._history = History(background, language)
        written = in_the_turn_beside(without_request(rest, language), self._history.last.question)
        plain = in_the_year_beside(written, words, self._history.last.turn.text)
        self._text, self._written = (text, text) if plain == written else (plain, text)
        plain = at_that_time(plain, words, self._history.date)
        self._form = Form(
            message=background.read(plain, language),
            words=words,
            opened=opened,
        )

    def readings(self) -> Iterator[Resolved]:
        """The readings of the message, likeliest first."""
        form, message = self._form, self._form.message
        asks = bool(message.asking.end)
        if not syntax(self._language).tags:
            yield from self._plainly()
        elif told := tuple(self._by_its_form()):
            yield from told
        elif form.asks_anew() or form.counts_who_did(self._history.last.question):
            yield from self._asked_anew()
        elif form.asks_source():
            yield self._sourced()
        elif filled := self._with_what_it_leaves_out():
            yield from self._with_noun(filled)
        elif found := pronouns(message, self._words):
            yield from self._with_antecedents(found)
        elif not asks and form.is_fragment():
            yield from self._in_place()
        elif asks and leaves_its_verb_out(form, self._history.last):
            yield from asked_of_others(form, self._history.last, self._text)
        elif (asks or (form.opened and form.is_inverted())) and message.own_words:
            yield from self._own_question()
        else:
            yield Resolved(self._text, inherited=False)

    def _by_its_form(self) -> Iterator[Resolved]:
        """The readings of "and before her?", "and third?" and the like; none of others."""
        form, last = self._form, self._history.last
        if in_a_row := tuple(successions(self._said, last)):
            yield from _ranked(in_a_row)
        elif form.asks_what_it_is() and (pointed := pronouns(form.message, self._words)):
            yield from self._with_antecedents(pointed)
        elif asks_of_happening(form, last.question):
            yield from self._of_happening()
        elif begun(form, last.question):
            yield self._reframed()
            yield Resolved(self._text, inherited=False, doubt=1.0)
        elif form.asks_how_long_it_took(last.question) and asked_how_long(last.question):
            yield Resolved(asked_how_long(last.question), inherited=True)
            yield replace(self._reframed(), doubt=1.0)
        elif form.asks_how_long_it_will_take(last.question):
            yield self._reframed()
        elif turned := self._turned_round() or came_in_place(self._text, last.question):
            yield Resolved(turned, inherited=True)
            yield Resolved(self._text, inherited=False, doubt=1.0)

    def as_written(self) -> Iterator[Resolved]:
        """The message with "the year before" where that was told as a year: texts say it, too."""
        if self._text != self._written:
            yield Resolved(self._written, inherited=True, doubt=0.5)

    def _plainly(self) -> Iterator[Resolved]:
        """The readings in a language without a grammar."""
        message, opened = self._form.message, self._form.opened
        completions = completed(message, self._history.last, self._words, opened=opened)
        for text, doubt in completions:
            yield Resolved(text, inherited=True, doubt=doubt)
        yield Resolved(self._text, inherited=False, doubt=AS_IT_STANDS if opened else 0.5)

    def _with_antecedents(self, found: tuple[Pronoun, ...]) -> Iterator[Resolved]:
        """The message with what its pronouns may point to, then as it stands."""
        message = self._form.message
        alone = Resolved(
            self._text,
            inherited=True,
            doubt=AS_IT_STANDS,
            further=bool(self._others()),
            bare=message.text,
        )
        recent = self._history.recent
        said = self._history.last.question.text.casefold()
        alone_asked = len(found) == 1 and self._form.is_fragment() and not message.own_words
        for filled in with_antecedents(message, found, recent, language=self._language):
            if alone_asked and filled.text.strip(" ?!.").casefold() in said:
                continue  # "and she?" is another one than was asked about
            text = "" if message.asking.end else self._in_frame(filled.text)
            yield replace(alone, text=text or filled.text, doubt=filled.doubt)
        yield alone

    def _of_happening(self) -> Iterator[Resolved]:
        """The message of what happened, of what people did, then of whatever it was."""
        form = self._form
        alone = Resolved(self._text, inherited=True, bare=form.message.text)
        found = dict.fromkeys(happenings(form, self._history.recent))
        yield from (replace(alone, text=text, doubt=float(n)) for n, text in enumerate(found))
        if form.points_at_all() and self._history.last.question.word == _HOW:
            yield replace(self._reframed(), doubt=float(len(found)))
        if of_harm(self._history.last.question):
            yield replace(alone, text=outright_happening(form), doubt=len(found) + 0.5)
        yield replace(alone, doubt=AS_IT_STANDS)

    def _others(self) -> list[str]:
        """The words of the message that ask for more than was told: "else", "other"."""
        return [word for word in self._form.message.sentence.words if word in self._words.others]

    def _in_place(self) -> Iterator[Resolved]:
        """A fragment in the place of what it may replace, first as a topic of its own."""
        message, last = self._form.message, self._history.last
        if other := the_other_one(message, self._history.recent):
            yield Resolved(other, inherited=True)
            return
        is_topic = self._form.is_topic(last.turn.question) and not of_whatever(
            message, last.question
        )
        whether = self._whether_one_of_them()
        if is_topic:
            yield Resolved(self._text, inherited=False)
        if whether:
            yield Resolved(whether, inherited=True)
        for reading in _ranked(replaced(message, last.question), message.text):
            yield replace(reading, doubt=reading.doubt + IN_PLACE * (is_topic or bool(whether)))
        yield from self._of_the_turn_before(message)
        alone = replace(self._form, opened=False)
        placed = "P" in message.sentence.tags[1:]  # "the damage at the club"
        if self._form.opened and placed and alone.is_topic(last.turn.question):
            yield Resolved(message.text, inherited=False, doubt=ANOTHER_TOPIC)

    def _of_the_turn_before(self, message: Reading) -> Iterator[Resolved]:
        """A fragment in the place of its like in the turn before, if the last one has none."""
        before = self._history.recent[1:2]
        if not before or not message.phrases or message.slots:
            return
        person = message.phrases[0].person
        last = self._history.last.question.phrases
        if any(p.person is person and not p.group for p in last):
            return
        if any(p.person is person and not p.asked for p in before[0].question.phrases):
            for reading in list(_ranked(replaced(message, before[0].question), message.text))[:1]:
                yield replace(reading, doubt=0.5)

    def _whether_one_of_them(self) -> str:
        """A name behind "who", which named nobody itself: "and Russia?"; "" for anything else."""
        message, last = self._form.message, self._history.last
        names = message.of(*NAMES)
        if last.turn.question.kind is not QuestionKind.WHO or last.question.of(*NAMES):
            return ""
        if len(names) != 1 or names[0].preposition or len(message.phrases) > 1:
            return ""
        return asked_whether(last.question, message.text[names[0].start : names[0].end])

    def _in_frame(self, filled: str) -> str:
        """A fragment such as "her brother's boat" in its place in the question before.

        "Its length" is asked by itself.
        """
        if not self._form.is_fragment():
            return ""
        fragment = read(filled, language=self._language)
        if len(fragment.phrases) == 1 and is_attribute(fragment, fragment.phrases[0]):
            return f"{_WHAT_IS} {filled}"
        return next(iter(replaced(fragment, self._history.last.question)), "")

    def _with_what_it_leaves_out(self) -> str:
        """The message with the noun that it leaves out; "" if it has all."""
        message, earlier = self._form.message, self._history.last.question
        return with_noun(message, earlier) or with_counted(message, earlier)

    def _with_noun(self, filled: str) -> Iterator[Resolved]:
        """The message with the noun that "one" or "none" stands for."""
        text = "" if self._form.message.asking.end else self._in_frame(filled)
        yield Resolved(text or filled, inherited=True)
        yield Resolved(self._text, inherited=False, doubt=1.0)

    def _asked_anew(self) -> Iterator[Resolved]:
        """What only asks about what was said: of the whole of it, or of the thing "it" means."""
        form, last = self._form, self._history.last.question
        if not form.points_at_all() and form.is_bare_why():  # "why in May?"
            whole = f", {self._reframed(degrees=False).text}"
            anew = whole if set(last.sentence.tags) & set("XVE") else ""
            yield Resolved(f"{form.message.text.strip(' ?!.')}{anew}", inherited=True)
            yield Resolved(self._text, inherited=False, doubt=1.0)
            return
        pointed = pronouns(form.message, self._words)
        priced = last.question.wanted is Wanted.MONEY and form.takes_place()
        if pointed and (form.asks_who_has_it() or is_phrase(last) or priced):
            yield from self._with_antecedents(pointed)
            return
        readings = [self._reframed()]
        if counted := counted_instead(form.message, last):
            readings.insert(0, Resolved(counted, inherited=True))
        if form.asks_how_long_it_takes():
            ways = [asked_how_long(said.question) for said in self._history.recent]
            texts = [text for text in ways if text][:1]
            whether = self._history.last.turn.question.kind is QuestionKind.YES_NO
            if whether and pointed and not texts:
                yield from self._with_antecedents(pointed)
                return
            readings = [*(Resolved(text, inherited=True) for text in texts), *readings]
        elif pointed and form.measures_it():
            of_it = list(self._with_antecedents(pointed))[:1]
            readings = of_it if of_it and form.asks_price_of(last) else [*of_it, *readings]
        for place, reading in enumerate(readings):
            yield replace(reading, doubt=float(place))

    def _reframed(self, *, degrees: bool = True) -> Resolved:
        """The question before, asked with another wh-phrase: "why?", "who else?"."""
        sentence, last = self._form.message.sentence, self._history.last
        whole = self._form.whole_asking()
        behind = sentence.words[whole.stop :] if degrees else ()
        degree = [word for word in behind if word in _DEGREES]
        others = self._others()
        asking = " ".join([*sentence.words[whole.start : whole.stop], *degree, *others[:1]])
        earlier = last.question
        if last.turn.question.kind is QuestionKind.YES_NO and not (others or degree):
            earlier = self._history.read(as_told(earlier, last.passage))
        office = office_of(self._history.recent) if last.turn.short and not others else ""
        earlier = self._history.read(office) if office else earlier
        text = reframed(asking, earlier, last.turn.question, short=last.turn.short)
        return Resolved(text, inherited=True, further=bool(others))

    def _turned_round(self) -> str:
        """ "How many against?" asked of the question before, which had "for"; "" for others."""
        message, last = self._form.message, self._history.last
        turned = turned_round(message.sentence.words[message.asking.end :], last.question)
        if not turned or not message.asking.end:
            return ""
        earlier = self._history.read(turned)
        asking = message.text[slice(*message.sentence.slice(*message.asking))].casefold()
        same = earlier.text.casefold().startswith(f"{asking} ")
        return turned if same else reframed(asking, earlier, earlier.question, short="")

    def _sourced(self) -> Resolved:
        """Who said what was quoted last."""
        last = self._history.last
        text = asked_for_source(last.question, last.turn.question, short=last.turn.short)
        return Resolved(text, inherited=True, beside=True)

    def _own_question(self) -> Iterator[Resolved]:
        """A question with words of its own: as it stands, and with what was spoken of."""
        form, message, earlier = self._form, self._form.message, self._history.last.question
        filled = noun_filled(message, earlier) or bridged(message, earlier)
        alone = Resolved(self._text, inherited=False)
        another = asks_of_the_other(message, earlier)
        if another:
            yield replace(alone, inherited=True, further=True)
        if filled:
            yield Resolved(filled, inherited=True, doubt=float(another), further=another)
        if filled or another:
            yield replace(alone, doubt=1.0)
            return
        if form.is_whole() or message.of(*NAMES, Kind.DATE, Kind.ORDINAL):
            yield alone
            return
        bounds = scope(message, earlier)
        subject = earlier.phrases[0] if earlier.phrases else None
        texts = [bounds] if bounds else []
        few = form.says_one_thing()
        leans = form.opened and (form.speaks_of_anybody() or not form.has_a_subject())
        if not texts and subject is not None and (leans or few):
            texts.append(tied(message, earlier, subject))
        of_anybody = replace(form, message=earlier).speaks_of_anybody()
        begun = (form.opened and not of_anybody) or (few and form.speaks_of_anybody())
        of_one = bool(bounds) and form.asks_only_who_did_it()
        begun = begun or of_one
        doubt = OF_ALL if of_one else 0.5 if begun else 0.0
        bare = message.text.strip(" ?!.")
        leaning = [
            Resolved(f"{bare} {text}?", inherited=True, doubt=0.0 if begun else 0.5)
            for text in texts
        ]
        by_itself = replace(alone, doubt=doubt)
        yield from [*leaning, by_itself] if of_one else [by_itself, *leaning]


def _stated_outright(text: str, words: FollowUpWords) -> str:
    """A statement that is to be confirmed as a question, without the "and" in front of it."""
    said, opened = without_frame(text, words)
    asked = in_its_place(said if opened else text, words.language)
    asked = outright(asked, words.language)
    return text if asked == said else asked


def _ranked(texts: tuple[str, ...], instead: str = "") -> Iterator[Resolved]:
    for place, text in enumerate(texts):
        yield Resolved(text, inherited=True, doubt=float(place), instead=instead)
