"""Instructions below the heading that names the task: "Printing cheques" to "how do I print one?".

Such a section says what to click and where, and hardly the words of its heading; sentences
elsewhere mention these in passing.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.forms.tasks import instructs, named_task, task_asked
from bot.answering.grammar.alike import weight_shared
from bot.answering.hits.reordering import before_others
from bot.answering.hits.sections import heading_text, passages_below
from retrieval.odds import log_odds
from retrieval.question import Question, parse_question
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever

LOOKED_AT = 10  # headings that share most with a question
LEAST = 0.66  # how much alike heading and question are, 0 to 1
LATER = 0.5  # log-odds that each sentence between the heading and an instruction costs
LIKELIER = 1.0  # log-odds by which an answer is likelier where such a section tells what to do
MOST = 2  # instructions of a section


def task_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, first what a section says to do whose heading names the task asked about."""
    question = found.question
    task = task_asked(question) if found.hits else ""
    heading = _heading(question, task, retriever) if task else None
    if heading is None:
        return found
    below = passages_below(heading, retriever)
    best = found.hits[0].passage
    if best.number in below and instructs(best.text):  # maybe a whole list of what to do
        return found
    first = _instructions(question, below, retriever)
    if not first:
        return found
    return before_others(found, first, likelier=LIKELIER)


def _heading(question: Question, task: str, retriever: Retriever) -> Passage | None:
    """The heading most like a question among those that name its task, if one does."""
    shares = {
        heading: _share(question, named_task(heading_text(heading), task), retriever)
        for heading in retriever.headings(question, k=LOOKED_AT)
    }
    best = max(shares, key=lambda heading: shares[heading], default=None)
    return best if best is not None and shares[best] >= LEAST else None


def _share(question: Question, heading: str, retriever: Retriever) -> float:
    """The harmonic mean of the shares of the weight of either's words that the other has."""
    language = question.language
    asked = {token.term for token in question.content}
    said = {token.term for token in parse_question(heading, language=language).content}
    held = weight_shared(asked, said, language, retriever.idf)
    fitting = weight_shared(said, asked, language, retriever.idf)
    return 2 * held * fitting / (held + fitting) if held and fitting else 0.0


def _instructions(
    question: Question, numbers: Sequence[int], retriever: Retriever
) -> Sequence[Hit]:
    """The sentences of a section that tell what to do, the likeliest and earliest first."""
    telling = [n for n in numbers if instructs(retriever.passages.passage(n).text)]
    odds = {
        hit: log_odds(hit.probability) - LATER * (hit.passage.number - numbers[0])
        for hit in (retriever.among(question, telling) if telling else ())
    }
    return sorted(odds, key=lambda hit: -odds[hit])[:MOST]
