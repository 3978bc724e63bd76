"""What was asked before, asked anew: "why?", "who else?", "when was that?", "says who?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.follow_up.antecedents.things import is_phrase
from bot.follow_up.elliptic import counted_instead
from bot.follow_up.happenings import happenings, of_harm, outright_happening
from bot.follow_up.leaning import AS_IT_STANDS, Leaning
from bot.follow_up.pointing_back import with_antecedents_of
from bot.follow_up.pronouns import pronouns
from bot.follow_up.reframing import as_told, asked_for_source, asked_how_long, reframed
from bot.follow_up.replacing.forms import turned_round
from bot.follow_up.resolved import Resolved
from bot.follow_up.set_forms import (
    asks_how_long_it_takes,
    asks_price_of,
    asks_who_has_it,
    is_bare_why,
    measures_it,
    points_at_all,
    takes_place,
)
from bot.follow_up.successions import office_of
from retrieval.question import Kind as QuestionKind
from retrieval.question import Wanted

_HOW = "how"
_DEGREES = frozenset({"so", "few", "many", "much", "little", "late", "early", "not"})


def asked_anew(leaning: Leaning) -> Iterator[Resolved]:
    """What only asks about what was said: of the whole of it, or of the thing "it" means."""
    form, last = leaning.form, leaning.history.last.question
    if not points_at_all(form) and is_bare_why(form):  # "why in May?"
        whole = f", {reframed_as(leaning, degrees=False).text}"
        anew = whole if set(last.sentence.tags) & set("XVE") else ""
        yield Resolved(f"{form.message.text.strip(' ?!.')}{anew}", inherited=True)
        yield Resolved(leaning.text, inherited=False, doubt=1.0)
        return
    pointed = pronouns(form.message, leaning.words)
    priced = last.question.wanted is Wanted.MONEY and takes_place(form)
    if pointed and (asks_who_has_it(form) or is_phrase(last) or priced):
        yield from with_antecedents_of(leaning, pointed)
        return
    readings = [reframed_as(leaning)]
    if counted := counted_instead(form.message, last):
        readings.insert(0, Resolved(counted, inherited=True))
    if asks_how_long_it_takes(form):
        ways = [asked_how_long(said.question) for said in leaning.history.recent]
        texts = [text for text in ways if text][:1]
        whether = leaning.history.last.turn.question.kind is QuestionKind.YES_NO
        if whether and pointed and not texts:
            yield from with_antecedents_of(leaning, pointed)
            return
        readings = [*(Resolved(text, inherited=True) for text in texts), *readings]
    elif pointed and measures_it(form):
        of_it = list(with_antecedents_of(leaning, pointed))[:1]
        readings = of_it if of_it and asks_price_of(form, last) else [*of_it, *readings]
    for place, reading in enumerate(readings):
        yield replace(reading, doubt=float(place))


def of_happening(leaning: Leaning) -> Iterator[Resolved]:
    """The message of what happened, of what people did, then of whatever it was."""
    form = leaning.form
    alone = Resolved(leaning.text, inherited=True, bare=form.message.text)
    found = dict.fromkeys(happenings(form, leaning.history.recent))
    yield from (replace(alone, text=text, doubt=float(n)) for n, text in enumerate(found))
    if points_at_all(form) and leaning.history.last.question.word == _HOW:
        yield replace(reframed_as(leaning), doubt=float(len(found)))
    if of_harm(leaning.history.last.question):
        yield replace(alone, text=outright_happening(form), doubt=len(found) + 0.5)
    yield replace(alone, doubt=AS_IT_STANDS)


def reframed_as(leaning: Leaning, *, degrees: bool = True) -> Resolved:
    """The question before, asked with another wh-phrase: "why?", "who else?"."""
    sentence, last = leaning.form.message.sentence, leaning.history.last
    whole = leaning.form.whole_asking()
    behind = sentence.words[whole.stop :] if degrees else ()
    degree = [word for word in behind if word in _DEGREES]
    others = leaning.others()
    asking = " ".join([*sentence.words[whole.start : whole.stop], *degree, *others[:1]])
    earlier = last.question
    if last.turn.question.kind is QuestionKind.YES_NO and not (others or degree):
        earlier = leaning.history.read(as_told(earlier, last.passage))
    office = office_of(leaning.history.recent) if last.turn.short and not others else ""
    earlier = leaning.history.read(office) if office else earlier
    text = reframed(asking, earlier, last.turn.question, short=last.turn.short)
    return Resolved(text, inherited=True, further=bool(others))


def turned_about(leaning: Leaning) -> str:
    """ "How many against?" asked of the question before, which had "for"; "" for others."""
    message, last = leaning.form.message, leaning.history.last
    turned = turned_round(message.sentence.words[message.asking.end :], last.question)
    if not turned or not message.asking.end:
        return ""
    earlier = leaning.history.read(turned)
    asking = message.text[slice(*message.sentence.slice(*message.asking))].casefold()
    same = earlier.text.casefold().startswith(f"{asking} ")
    return turned if same else reframed(asking, earlier, earlier.question, short="")


def sourced(leaning: Leaning) -> Resolved:
    """Who said what was quoted last."""
    last = leaning.history.last
    text = asked_for_source(last.question, last.turn.question, short=last.turn.short)
    return Resolved(text, inherited=True, beside=True)
