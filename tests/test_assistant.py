"""The core: answers, refusals, follow-ups, and reloads under way while people ask."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Verdict
from bot.assistant import Assistant
from bot.errors import ReloadFailedError, ReloadRunningError
from tests.helpers import settings_for, write_documents

BUILT = "When was the lighthouse of Skarvoy built?"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        (BUILT, "1874"),
        ("Who built the lighthouse of Skarvoy?", "Ingrid Holm"),
        ("How high is the tower?", "31 metres"),
        ("How much did the restoration cost?", "4.5 million crowns"),
        ("When did the last keeper leave the island?", "3 March 1986"),
        ("How long does the crossing from Skarvoy to Bergen take?", "55 minutes"),
        ("Did the council sell the keeper's house?", "No."),
        ("Does the ferry use electricity alone?", "Yes."),
    ],
)
def test_the_short_answer_is_lifted_from_its_quote(
    assistant: Assistant, question: str, short: str
) -> None:
    answer = assistant.ask(question)
    assert answer.verdict is Verdict.FOUND
    assert answer.short
    assert answer.lead.startswith(short)
    assert short in {"Yes.", "No."} or answer.lead.split(", ")[0] in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "How many zebras graze near the lighthouse?",
        "Who painted the ceiling of the Sistine Chapel?",
        "What happened on the island in 1999?",
    ],
)
def test_what_the_documents_do_not_say_is_refused_with_offers(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.quotes == ()
    assert answer.offers


def test_a_refusal_names_the_unknown_words(assistant: Assistant) -> None:
    assert "“zebras”" in assistant.ask("How many zebras are there?").lead


def test_every_offer_has_an_answer(assistant: Assistant) -> None:
    offers = assistant.suggestions(count=5)
    assert offers
    for offer in offers:
        assert assistant.ask(offer).verdict is Verdict.FOUND


@pytest.mark.parametrize(
    ("message", "verdict", "words"),
    [
        ("", Verdict.UNCLEAR, "empty message"),
        ("   \n ", Verdict.UNCLEAR, "empty message"),
        ("🦭🦭🦭", Verdict.UNCLEAR, "no question"),
        ("?!?", Verdict.UNCLEAR, "no question"),
        ("why " * 1_000, Verdict.UNCLEAR, "too long"),
        ("hello there", Verdict.SMALL_TALK, "Hello"),
        ("helo", Verdict.SMALL_TALK, "Hello"),
        ("thx!", Verdict.SMALL_TALK, "welcome"),
        ("who are you?", Verdict.SMALL_TALK, "Quoth"),
        ("Когда был построен маяк?", Verdict.NOT_FOUND, "английский"),
        ("¿Cuándo se construyó el faro de la isla?", Verdict.NOT_FOUND, "inglés"),
    ],
)
def test_what_is_no_question_to_the_documents_gets_a_fitting_sentence(
    assistant: Assistant, message: str, verdict: Verdict, words: str
) -> None:
    answer = assistant.ask(message)
    assert answer.verdict is verdict
    assert answer.refused
    assert words.casefold() in answer.lead.casefold()


def test_the_same_question_gets_the_same_answer_to_the_last_byte(assistant: Assistant) -> None:
    assert assistant.ask(BUILT) == assistant.ask(BUILT)


@given(st.text(st.characters(), max_size=200))
def test_whatever_is_written_gets_a_reply_and_every_quote_is_a_slice(
    shared: Assistant, message: str
) -> None:
    answer = shared.ask(message, conversation="anyone", about=message[::-1])
    assert answer.lead.encode("utf-8")
    shared.timeline(message)
    for quote in answer.quotes:
        passage = quote.passage
        assert quote.text == passage.document.text[passage.start : passage.end]
        assert all(0 <= span.start < span.end <= len(quote.text) for span in quote.stress)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place = tmp_path_factory.mktemp("shared")
    return Assistant.open(settings_for(write_documents(place / "documents"), place))


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (["Who was the last keeper?", "when did he leave the island?"], "3 March 1986"),
        (["When was the lighthouse built?", "and who built it?"], "Ingrid Holm"),
        (["How many passengers does the ferry carry?", "and how many cars?"], "18"),
        (["How many zebras are there?", "yes"], ""),
        (["How many zebras are there?", "2"], ""),
    ],
)
def test_a_follow_up_is_completed_from_what_was_said_before(
    assistant: Assistant, talk: list[str], expected: str
) -> None:
    *earlier, last = talk
    for message in earlier:
        assistant.ask(message, conversation="one")
    answer = assistant.ask(last, conversation="one")
    assert answer.verdict is Verdict.FOUND
    assert answer.lead.startswith(expected)
    assert any("Searched for" in note for note in answer.notes)


def test_conversations_do_not_mix(assistant: Assistant) -> None:
    assistant.ask("When was the lighthouse built?", conversation="one")
    answer = assistant.ask("and who built it?", conversation="two")
    assert answer.question.text == "and who built it?"


def test_context_shows_the_neighbours_of_a_quote(assistant: Assistant) -> None:
    context = assistant.context(assistant.ask(BUILT).quotes[0].reference, before=1, after=1)
    assert context is not None
    assert context.passages[context.position].text.startswith("The lighthouse of Skarvoy was")
    assert context.passages[context.position + 1].text.startswith("Its lamp")


def test_a_reload_tells_what_changed_and_answers_from_it(
    assistant: Assistant, documents: Path
) -> None:
    write_documents(documents, {"mill.txt": "The mill of Aurland was moved to Bergen in 1932.\n"})
    (documents / "islands/ferry.md").unlink()
    (documents / "scan.pdf").write_bytes(b"%PDF")
    report = assistant.reload()
    assert report.added == ("mill.txt",)
    assert report.removed == ("islands/ferry.md",)
    assert [name for name, _ in report.failed] == ["scan.pdf"]
    assert assistant.ask("When was the mill of Aurland moved?").lead == "1932"


def test_what_was_deleted_is_gone_from_buttons_too(assistant: Assistant, documents: Path) -> None:
    answer = assistant.ask("How many passengers does the ferry carry?")
    (documents / "islands/ferry.md").unlink()
    assistant.reload()
    assert assistant.context(answer.quotes[0].reference) is None
    assert assistant.explain(answer) is None


def test_a_failed_reload_leaves_the_old_documents_answering(
    assistant: Assistant, documents: Path
) -> None:
    before = assistant.ask(BUILT)
    shutil.rmtree(documents)
    with pytest.raises(ReloadFailedError, match="does not exist"):
        assistant.reload()
    assert assistant.ask(BUILT) == before


def test_a_second_reload_is_told_that_one_is_under_way(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    import bot.assistant as core

    began, go_on = threading.Event(), threading.Event()
    take = core.read_snapshot  # type: ignore[attr-defined]

    def slowly(*args: object, **kwargs: object) -> object:
        began.set()
        go_on.wait(10)
        return take(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(core, "read_snapshot", slowly)
    first = threading.Thread(target=assistant.reload)
    first.start()
    began.wait(10)
    with pytest.raises(ReloadRunningError, match="under way"):
        assistant.reload()
    assert assistant.ask(BUILT).lead == "1874"
    go_on.set()
    first.join()


def test_reloads_under_a_stream_of_questions_never_mix_snapshots(
    assistant: Assistant, documents: Path
) -> None:
    """Every answer quotes the year that its own snapshot holds, whatever is swapped meanwhile."""
    years: dict[str, str] = {assistant.snapshot.fingerprint: "1874"}
    text = (documents / "lighthouse.md").read_text(encoding="utf-8")
    done = threading.Event()

    def ask() -> list[Answer]:
        answers = []
        while not done.is_set():
            answers.append(assistant.ask(BUILT))
        return answers

    with ThreadPoolExecutor(3) as pool:
        streams = [pool.submit(ask) for _ in range(3)]
        for year in range(1801, 1811):
            write_documents(documents, {"lighthouse.md": text.replace("1874", str(year))})
            assistant.reload()
            years[assistant.snapshot.fingerprint] = str(year)
        done.set()
        answers = [answer for stream in streams for answer in stream.result()]
    assert len({answer.fingerprint for answer in answers}) > 1
    for answer in answers:
        held = years[answer.fingerprint]
        assert answer.lead == held
        assert held in answer.quotes[0].text


def test_statistics_count_questions(assistant: Assistant) -> None:
    assistant.ask(BUILT)
    told = assistant.statistics()
    assert (told.questions, told.documents) == (1, 2)
    assert 0 < told.median <= told.p95 + 1e-9


def test_where_it_is_not_certain_and_a_word_is_unknown_the_quote_speaks_alone(
    tmp_path: Path,
) -> None:
    folder = write_documents(
        tmp_path / "documents", {"library.txt": "A day pass of the library costs 5 pounds."}
    )
    certain_of_nothing = "[answers]\nfound = 1.0\ntentative = 0.0\n"
    assistant = Assistant.open(settings_for(folder, tmp_path, certain_of_nothing))
    known = assistant.ask("How much does a day pass of the library cost?")
    unknown = assistant.ask("How much does parking at the library cost?")
    assert (known.verdict, known.short) == (Verdict.TENTATIVE, True)
    assert (unknown.verdict, unknown.short) == (Verdict.TENTATIVE, False)
