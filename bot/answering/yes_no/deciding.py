"""Yes, no or neither: what one sentence says to a question that wants only that.

A sentence decides where it covers the claim: every name, figure, date and ordinal of the question
and most of its other words, or their opposites. It says yes if it is as often turned into its
opposite as the question is, counting negations, denials and opposites; without certainty None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.negation import (
    denied_beside,
    turned_question,
    turns,
    votes_otherwise,
)
from bot.answering.grammar.polarity import Polarity, polarity
from bot.answering.grammar.referring import holds_pronoun, subject
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.yes_no.abilities import read_as_leave
from bot.answering.yes_no.asserting import asserted
from bot.answering.yes_no.claim import Claim, claimed, share_said
from bot.answering.yes_no.duty import is_given, is_unbinding
from bot.answering.yes_no.implied import Setting, may_be_implied
from bot.answering.yes_no.leave import asks_leave, leave_denied
from bot.answering.yes_no.too_little import is_at_an_end, says_too_little, tells_another
from retrieval.question import Question
from retrieval.synonyms import PUT

NOWHERE = Setting()
LEAST_COVERED = 0.76  # share of the question's other words that the sentence must hold
LEAST_DENIED = 0.66  # the same where it denies them, and what is missing stands near it
_CLAUSES = re.compile(r";\s+|,?\s+but\s+|,\s+(?:while|whereas)\s+")
_REWORDED = 0.05  # by how much a word said in other words lowers the share


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, and the share of the question's words, in (0, 1], that the sentence holds."""

    yes: bool
    share: float


def yes_or_no(question: Question, text: str, setting: Setting = NOWHERE) -> Decision | None:
    """Whether a sentence says yes or no to a question, None if it doesn't decide.

    A word that only its `setting` says need not be said again, unless it is what the verb is done
    to. A clause that decides counts more than the whole, and what a semicolon parts is no whole;
    clauses that contradict each other leave the question open, and
    so does the whole where only one of them denies something.
    """
    if not polarity(question.language).negations:
        return None  # what turns a statement round in this language is not known
    text = read_as_leave(question, _with_exceptions(text, question.language))
    if is_given(question, text):
        return Decision(yes=False, share=1.0)
    if left_out := pattern("yes_no.not_so", question.language).search(text):
        return _by_contrast(question, text, left_out, setting)
    clauses = [part for part in _CLAUSES.split(text) if part.strip()]
    if len(clauses) > 1:
        read = [read_sentence(part, language=question.language) for part in clauses]
        whole = frozenset(term for clause in read for term in clause.terms)
        first = subject(read[0]) | setting.about
        told = [
            decided
            for part, clause in zip(clauses, read, strict=True)
            if (decided := _decided(question, part, _seen_from(clause, setting, whole, first)))
        ]
        if told and is_unbinding(question, text):
            told = [replace(decided, yes=False) for decided in told]
        if told:
            return told[0] if len({decided.yes for decided in told}) == 1 else None
        if _denies_in_part(read):
            return None
    said = None if "; " in text else _decided(question, text, setting)
    if said and said.yes and is_unbinding(question, text):
        return replace(said, yes=False)
    if said and said.yes and pattern("yes_no.aside", question.language).search(text):
        return None
    return said


def _with_exceptions(text: str, language: str) -> str:
    """A text with "except" for the "but" of "all floors but the tower", which opens no clause."""
    found = pattern("yes_no.all_but", language).search(text)
    if found is None:
        return text
    between = read_sentence(found["what"], language=language).tags
    noun = not between or (between[-1] in "NC" and not set(between) & set("VEXG"))
    return f"{text[: found.start('but')]}except{text[found.end('but') :]}" if noun else text


def _by_contrast(
    question: Question, text: str, other: re.Match[str], setting: Setting
) -> Decision | None:
    """What "breakfast is free, dinner is not" says: of dinner the opposite of what it says else."""
    told = subject(read_sentence(other["other"], language=question.language))
    if told.isdisjoint(token.term for token in question.content):
        return yes_or_no(question, text[: other.start()], setting)
    rest = yes_or_no(question, text[: other.start()], replace(setting, about=setting.about | told))
    return None if rest is None else replace(rest, yes=not rest.yes)


def _denies_in_part(clauses: Sequence[Sentence]) -> bool:
    """Whether only some clauses with a verb of their own deny something."""
    negations = polarity(clauses[0].language).negations
    full = [clause for clause in clauses if set(clause.tags) & set("VEX")]
    return len({negations.isdisjoint(clause.terms) for clause in full}) > 1


def _seen_from(
    clause: Sentence, setting: Setting, whole: frozenset[str], first: frozenset[str]
) -> Setting:
    """What surrounds a clause of a sentence with some terms, whose subject is that of the `first`.

    A pronoun in the clause may stand for that, and a clause without a subject is about it.
    """
    setting = replace(setting, beside=whole)
    about = setting.about | first
    if holds_pronoun(clause.tokens.text):
        return replace(setting, about=about, above=setting.above | whole)
    return replace(setting, about=about) if clause.tags[:1] in ("X", "V", "E") else setting


def _decided(question: Question, text: str, setting: Setting) -> Decision | None:
    """What one clause says to a question that wants yes or no; None where it leaves that open.

    It is counted how often the clause turns the claim into its opposite, and the question as well:
    an even number is a yes.
    """
    asked = read_sentence(question.text, language=question.language)
    rules = _weighing(asked, polarity(question.language))
    stated = read_sentence(text, language=question.language)
    if denied_beside(asked, rules):
        return None
    if _asks_of_anybody(asked, rules) and not rules.nobody & set(stated.terms):
        return None
    claim = claimed(question, asked, stated, setting, rules)
    share = share_said(claim, rules)
    if share < LEAST_DENIED or tells_another(question, asked, stated, claim, setting.about, rules):
        return None
    if says_too_little(asked, stated, claim, rules):
        return None
    if claim.flipped and is_at_an_end(asked, stated):
        return None
    turned = len(claim.flipped) + turns(
        stated, claim.answered | leave_denied(asked, stated, rules), claim.answered
    )
    turned += votes_otherwise(stated, asked, claim.covered)
    refused = turned % 2 == 1 and asks_leave(asked, rules)
    held = asserted(stated, asked, set(claim.covered), rules, refused=refused)
    if held is None:
        return None
    said = set(stated.terms) | setting.about | claim.covered
    asked_turned = turned_question(asked, said, rules)
    denied = turned % 2 == 1 and not asked_turned and _stand_near(claim, setting, question.language)
    denied = denied and may_be_implied(claim.missing, asked, stated)
    if share < LEAST_COVERED and not denied:
        return None
    turned += asked_turned + (not held)
    return Decision(turned % 2 == 0, share - _REWORDED * len(claim.reworded | claim.near))


def _weighing(asked: Sentence, rules: Polarity) -> Polarity:
    """The rules by which a light verb counts where nothing that is done follows: "did they agree?".

    To agree to something may be told by doing it.
    """
    terms = zip(asked.terms, [*asked.tags[1:], "."], strict=True)
    whole = {term for term, after in terms if term in rules.weighty and after not in "tS"}
    return replace(rules, light=rules.light - whole) if whole else rules


def _stand_near(claim: Claim, setting: Setting, language: str) -> bool:
    """Whether the page speaks of every word that is not said, in whatever words."""
    return all(alike(term, language, least=PUT) & setting.page for term in claim.missing)


def _asks_of_anybody(asked: Sentence, rules: Polarity) -> bool:
    """Whether "anybody" is the subject: "was anybody inside?", not "did they win anything?"."""
    return any(term in rules.anybody for term in asked.terms[1:2])
