"""Which hits a first line may come from."""

from __future__ import annotations

from bot.answering.lifting import Lifted, lift
from bot.phrasing import load_phrases
from bot.settings import PROJECT_FILES
from retrieval.openings import document_of
from retrieval.question import parse_question
from retrieval.records import Hit, Passage

PHRASES = load_phrases(PROJECT_FILES / "config" / "phrases")["en"]


def lifted(question: str, *sentences: tuple[str, float]) -> Lifted | None:
    """What is lifted from sentences, each a document with its probability, best first."""
    hits = []
    for number, (text, probability) in enumerate(sentences):
        document = document_of(text, name=f"{number}", title="", language="en")
        passage = Passage(number=number, document=document, start=0, end=len(text))
        hits.append(Hit(passage=passage, score=1.0, parts=(), probability=probability))
    return lift(parse_question(question), hits, phrases=PHRASES, certainty=0.0)


def test_an_unlikely_hit_decides_no_question() -> None:
    asked = "Did the keeper light the lamp on Monday?"
    unlikely = ("On Monday the keeper lit the lamp.", 0.03)
    assert lifted(asked, ("The keeper painted the lamp room.", 0.4), unlikely) is None
    decided = lifted(asked, ("The keeper painted the lamp room.", 0.1), unlikely)
    assert decided is not None
    assert decided.proof == (1,)


def test_who_somebody_is_comes_from_words_beside_the_name_alone() -> None:
    asked = "Who is Lavrov?"
    assert lifted(asked, ('They keep the talks as a "driver", Lavrov said.', 0.9)) is None
    told = lifted(asked, ("The minister Sergei Lavrov opened the talks.", 0.9))
    assert told is not None
    assert told.line == "minister"
