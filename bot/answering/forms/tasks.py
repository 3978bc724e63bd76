"""Questions of how something is done, and how manuals tell it: "Printing cheques", "Click ..."."""

from __future__ import annotations

import re
from functools import cache

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.synonyms import NEAR

LANGUAGE = "en"  # the forms are those of English


def task_asked(question: Question) -> str:
    """The term of the verb of what a question asks how to do; "" where it asks no such thing."""
    if question.language != LANGUAGE:
        return ""
    if question.wanted is not Wanted.MANNER and question.kind is not Kind.OTHER:
        return ""
    found = pattern("tasks.asks", LANGUAGE).search(question.text)
    within = pattern("tasks.asks_within", LANGUAGE)
    if found is None or within.search(question.text, found.end()):
        return ""
    terms = analyser(LANGUAGE).terms(found["verb"])
    return terms[0] if len(terms) == 1 else ""


def named_task(heading: str, verb: str) -> str:
    """A heading without the other things that it names to do, if below it stands how to do one;
    "" where it names no such task.

    >>> named_task("Printing and posting a cheque", "print"), named_task("How to print", "print")
    ('Printing a cheque', 'How to print')
    >>> named_task("Print options", "print"), named_task("The printing house", "print")
    ('', '')
    """
    found = pattern("tasks.heading", LANGUAGE).match(heading)
    if found is None:
        return ""
    said, meant = found[found.lastgroup or 0], alike(verb, LANGUAGE, least=NEAR)
    term = analyser(LANGUAGE).terms
    words = filter(None, pattern("tasks.ties", LANGUAGE).split(said))
    doing = next((word for word in words if meant & {*term(word)}), "")
    return heading.replace(said, doing, 1) if doing else ""


def instructs(text: str) -> bool:
    """Whether a sentence tells what to do: "To print, choose ...", "Click ..."."""
    return _instruction().match(text) is not None


@cache
def _instruction() -> re.Pattern[str]:
    """Commands, "to ... click ...", "you should ...", each at the head of a sentence."""
    told = lexicon("statements_en")["tasks"]
    verbs, others = ("|".join(told[name].split()) for name in ("handling", "doing"))
    before = r"(?:[^.:]{1,80}(?:, |: )|(?:\d+|[a-z])[.)] )?"
    before += r"(?:(?i:and|then|next|first|simply|just) )*"
    behind = rf" (?:{told['behind']})\b"
    named = r" [A-Z\d\"“'‘`<(\[/~$+-]"
    handled = rf"(?i:{verbs})(?:{named}|{behind}|to\w* )"
    return re.compile(
        rf"\W*{before}(?:{handled}|(?i:{others}){behind})"
        rf"|\W*(?i:to) [a-z]+ [^.]{{1,120}}?\b{handled}"
        r"|\W*(?i:you) can (?!see|find|read)"
        r"|[^.]{0,160}?\b(?i:you) (?:should|need to|must|have to) "
    )
