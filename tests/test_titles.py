"""Names that stand only in a document's title or in its file's name."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from tests.helpers import assistant_on

DOCUMENTS = {
    "hartwell-loom.md": "# Notes on weaving\n\n"
    "The new machine has two beams and weighs 410 kilos. It came from a mill in Lunde.\n",
    "letter.md": "---\ntitle: Letter about the Brindle quarry\n---\nThe pits were filled in 1961. "
    "Only a crane is left.\n",
    "jetty.html": "<html><head><title>Opening hours | Kvernes Boat Hire</title></head><body>"
    "<h1>Opening hours</h1><p>From May on boats are lent between 9 and 18.</p></body></html>",
    "readme.md": "# Museum\n\nThe museum is open on Sundays from 2 to 5 pm. It weighs nothing.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on(DOCUMENTS, tmp_path_factory.mktemp("titles"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much does the Hartwell weigh?", "410 kilos"),
        ("when was the brindle quarry filled?", "1961"),
        ("When can I get a boat from Kvernes?", "between 9 and 18"),
    ],
)
def test_a_word_that_only_a_name_has_finds_that_document(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.verdict is not Verdict.NOT_FOUND
    assert said in answer.quotes[0].text


def test_a_word_that_nothing_has_is_still_unknown(assistant: Assistant) -> None:
    answer = assistant.ask("How much does the Oxbridge loom weigh?")
    assert "Oxbridge" in answer.lead or answer.verdict is not Verdict.FOUND


def test_the_rest_of_a_question_must_still_be_told(assistant: Assistant) -> None:
    assert assistant.ask("Who invented the Hartwell?").verdict is Verdict.NOT_FOUND
