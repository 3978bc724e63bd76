"""The post somebody holds: "what is Ida Holm's job?" is answered by what says who she is.

"The harbour master Ida Holm" tells it, "Ida Holm, a mother of three," does not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.reordering import reordered
from bot.answering.people.apposition import role_told
from bot.answering.people.role_phrase import head_of, is_person, is_title
from retrieval.lexicon import lexicon
from retrieval.question import Question, parse_question
from retrieval.records import Hit
from retrieval.retriever import Findings, Retriever

HITS = 10


def posts_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found where somebody's post is asked for, first what tells who they are by that.

    A sentence with the very word goes before: "her job is to feed the seals".
    """
    who = asking_who(found.question)
    if who is None or _is_said(found):
        return found
    instead = retriever.search(who, k=HITS)

    def odds(hit: Hit) -> float:
        if not tells_post(instead.question, hit.passage.text):
            return 0.0
        return 1.0 if retriever.foreign_names(who, hit.passage) else 2.0

    if not any(map(odds, instead.hits)):
        return found
    return replace(instead, hits=reordered(instead.hits, odds, most=len(instead.hits)))


def asking_who(question: Question) -> Question | None:
    """ "Who is Ida Holm?" for "What is the post of Ida Holm?"; None for other questions."""
    asked = _asks(question.language).fullmatch(question.text)
    whose = next(filter(None, asked.groups()), "") if asked else ""
    return parse_question(f"Who is {whose}?", language=question.language) if whose else None


def tells_post(who: Question, text: str) -> bool:
    """Whether a sentence says who somebody is by what they do or hold, not by kin or age."""
    span = role_told(who, text)
    if span is None:
        return False
    sentence = read_sentence(text, language=who.language)
    role = sentence.at(span.start), sentence.at(span.end)
    head = head_of(sentence, *role)
    titled = is_title(sentence, head) or is_person(sentence, role)
    return titled and sentence.words[head] not in _private(who.language)


def _is_said(found: Findings) -> bool:
    """Whether the best hit has the word that asks, "job" or "post"."""
    question = found.question
    nouns = {read_question(question).head, *(token.term for token in question.focus)} - {""}
    best = (read_sentence(h.passage.text, language=question.language) for h in found.hits[:1])
    return any(not nouns.isdisjoint(sentence.terms) for sentence in best)


@cache
def _asks(language: str) -> re.Pattern[str]:
    """How somebody's post is asked for; the name is the one group that matches."""
    table = lexicon(f"statements_{language}").get("posts", {})
    post = "|".join(table.get("posts", []))
    name = r"((?!(?:the|an?|this|that|my|your|our) )[^\W\d][\w.'’-]*(?: [\w.'’-]+){0,4}?)"
    forms = [form.replace("POST", post).replace("NAME", name) for form in table.get("asks", [])]
    pattern = rf"\W*(?:{'|'.join(forms)})[\s?!.]*" if forms else r"(?!)"
    return re.compile(pattern, re.IGNORECASE)


@cache
def _private(language: str) -> frozenset[str]:
    """Nouns for persons that tell no post."""
    return frozenset(lexicon(f"statements_{language}").get("posts", {}).get("private", "").split())
