"""The journal: what it keeps, for how long, and what happens when its file can't be used."""

from __future__ import annotations

import logging
import resource
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Reference
from bot.conversation import Said, Turn
from bot.journal import (
    Arrival,
    Asked,
    GapRow,
    Journal,
    Pending,
    Recalled,
    Votes,
    journal_fault,
    open_journal,
)
from bot.journal.database import OWED
from bot.journal.schema import MIGRATIONS, PERSONAL
from bot.phrasing import Phrases, load_phrases
from bot.screens import render_privacy
from bot.settings import PROJECT_FILES

ADA, GRACE, CHAT = 500, 501, 500
DAY = 86_400.0
ASKED = Asked(
    chat=CHAT,
    reply=12,
    first=12,
    message=11,
    parent=None,
    asker=ADA,
    text="when was it built?",
    about="",
    searched="when was the lighthouse built?",
    answered=True,
    asked=1_000.0,
)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal.sqlite3"


@pytest.fixture
def journal(file: Path, clock: Clock) -> Iterator[Journal]:
    with open_journal(file, days=30, clock=clock) as opened:
        yield opened


def test_half_a_character_is_kept_as_a_question_mark(journal: Journal) -> None:
    journal.questions.keep(replace(ASKED, text="caf\udcff?"))
    assert [said.text for said in journal.questions.dialogue(CHAT, ASKED.reply, turns=1)] == [
        "caf??"
    ]


def test_what_was_kept_is_there_after_a_restart(file: Path, journal: Journal) -> None:
    journal.questions.keep(ASKED)
    journal.close()
    with open_journal(file, days=36_500) as opened:
        assert opened.fault == ""
        assert opened.questions.answered_by(CHAT, 12) == ASKED
        assert opened.questions.asked_in(CHAT, 11) == ASKED


def test_an_answer_in_parts_is_found_by_each_of_them(journal: Journal) -> None:
    journal.questions.keep(replace(ASKED, first=12, reply=14))
    journal.questions.keep(replace(ASKED, first=20, reply=20, message=19))
    found = [journal.questions.answered_by(CHAT, number) for number in (11, 12, 13, 14, 15, 20)]
    assert [asked.reply if asked else 0 for asked in found] == [0, 14, 14, 14, 0, 20]
    assert journal.questions.answered_by(GRACE, 12) is None


def test_a_dialogue_is_what_led_to_an_answer(journal: Journal) -> None:
    journal.questions.keep(replace(ASKED, reply=1, text="a"))
    journal.questions.keep(replace(ASKED, reply=2, text="aside"))
    journal.questions.keep(replace(ASKED, reply=3, text="b", parent=1, about="the lamp"))
    journal.questions.keep(replace(ASKED, reply=4, text="c", parent=3))
    assert journal.questions.dialogue(CHAT, 4, turns=6) == (
        Said("a"),
        Said("b", about="the lamp"),
        Said("c"),
    )
    assert journal.questions.dialogue(CHAT, 4, turns=2) == (Said("b", about="the lamp"), Said("c"))
    assert journal.questions.dialogue(CHAT, 99, turns=6) == ()


def test_a_timeline_is_passed_over_by_what_follows(journal: Journal) -> None:
    journal.questions.keep(replace(ASKED, reply=1, first=1, text="a"))
    shown = replace(ASKED, reply=5, first=2, middle=(3, 4), parent=1, timeline=True, asked=1_005.0)
    journal.questions.keep(shown)
    journal.questions.keep(replace(ASKED, reply=6, first=6, text="b", parent=5))
    assert journal.questions.answered_by(CHAT, 3) == shown
    assert shown.earlier_parts == (2, 3, 4)
    assert journal.questions.dialogue(CHAT, 6, turns=6) == (Said("a"), Said("b"))
    assert left(journal) == 6


def test_the_latest_question_leads_on_until_it_is_old_or_the_talk_afresh(journal: Journal) -> None:
    journal.questions.keep(ASKED)
    journal.questions.keep(replace(ASKED, reply=13, asked=1_010.0))
    assert left(journal, since=900.0) == 13
    assert left(journal, since=1_011.0) is None
    assert left(journal, GRACE) is None
    journal.questions.close(CHAT, ADA)
    assert left(journal) is None


def test_the_latest_question_leads_on_although_the_clock_was_set_back(journal: Journal) -> None:
    journal.questions.keep(ASKED)
    journal.questions.keep(replace(ASKED, reply=13, asked=ASKED.asked - 500))
    assert left(journal, since=ASKED.asked - 600) == 13


def test_turns_are_kept_as_they_were(journal: Journal) -> None:
    place = Reference("islands/caf\udcff.md", 12, 40, "ab12")
    turns = (
        Turn("Who was the last keeper?", "en", "Nils Berg", place, ()),
        Turn("¿Cuándo se fue?", "es", offers=("One?", "Two?")),
    )
    for number, turn in enumerate(turns, 1):
        parent = number - 1 or None
        asked = replace(ASKED, reply=number, first=number, parent=parent, turn=turn)
        asked = replace(asked, searched=turn.text)
        journal.questions.keep(asked)
        assert journal.questions.answered_by(CHAT, number) == asked
    assert standing(journal, 2) == Recalled(2, turns)
    assert standing(journal, 2, turns=1) == Recalled(2, turns[1:])


def test_what_leads_on_to_nothing_takes_no_place_among_the_turns(journal: Journal) -> None:
    turns = [Turn(f"{number}?", "en") for number in range(3)]
    for number in range(9):
        turn = turns[number // 3] if number % 3 == 0 else None
        journal.questions.keep(
            replace(
                ASKED,
                reply=number + 1,
                first=number + 1,
                parent=number or None,
                searched=turn.text if turn else "hello",
                turn=turn,
                timeline=number % 3 == 1,
            )
        )
    assert standing(journal, 9) == Recalled(9, tuple(turns))
    assert standing(journal, 8) == Recalled(7, tuple(turns))
    assert standing(journal, 9, turns=2) == Recalled(9, tuple(turns[1:]))
    assert standing(journal, 99) is None


@pytest.mark.parametrize("kept", [None, "{", "[1, 2]", "7", '["en", "", [1], []]'])
def test_turns_that_cannot_be_read_are_not_known(
    file: Path, journal: Journal, kept: str | None
) -> None:
    journal.questions.keep(replace(ASKED, turn=Turn("a?", "en")))
    journal.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE questions SET turn = ?", (kept,))
    connection.close()
    with open_journal(file, days=36_500) as opened:
        assert standing(opened, ASKED.reply) == Recalled(ASKED.reply, None)
        asked = opened.questions.answered_by(CHAT, ASKED.reply)
        assert asked is not None
        assert asked.turn is None


def standing(journal: Journal, reply: int, *, turns: int = 6) -> Recalled | None:
    return journal.questions.stood_at(CHAT, reply, turns=turns).result()


def left(journal: Journal, asker: int = ADA, *, since: float = 0.0) -> int | None:
    """The reply at which someone left off."""
    found = journal.questions.left_by(CHAT, asker, since=since, turns=6).result()
    return found.reply if found else None


def test_one_vote_a_person_which_may_be_changed_and_taken_back(journal: Journal) -> None:
    journal.questions.keep(ASKED)

    def cast(voter: int, *, helpful: bool) -> Votes:
        return journal.votes.cast(CHAT, 12, voter, helpful=helpful, at=1_000.0)

    assert cast(ADA, helpful=True) == Votes(helpful=1)
    assert cast(GRACE, helpful=True) == Votes(helpful=2)
    assert cast(ADA, helpful=False) == Votes(helpful=1, unhelpful=1)
    assert cast(ADA, helpful=False) == Votes(helpful=1)


def test_a_vote_on_an_answer_that_is_not_known_counts_nothing(journal: Journal) -> None:
    assert journal.votes.cast(CHAT, 99, ADA, helpful=True, at=1.0) == Votes()


def test_a_question_asked_anew_loses_its_votes(journal: Journal) -> None:
    journal.questions.keep(ASKED)
    journal.votes.cast(CHAT, 12, ADA, helpful=False, at=1_000.0)
    journal.questions.keep(replace(ASKED, text="another"))
    assert journal.votes.count(CHAT, 12) == Votes()


def test_gaps_are_unanswered_and_down_voted_questions_without_who_asked(journal: Journal) -> None:
    journal.questions.keep(replace(ASKED, reply=1, answered=False, searched="x?", asked=1.0))
    journal.questions.keep(replace(ASKED, reply=2, asked=2.0))
    journal.questions.keep(replace(ASKED, reply=3, asked=3.0, searched="y?"))
    journal.votes.cast(CHAT, 2, ADA, helpful=True, at=1.0)
    journal.votes.cast(CHAT, 3, ADA, helpful=False, at=1.0)
    assert journal.gaps.rows() == (
        GapRow("x?", answered=False, unhelpful=0, asked=1.0),
        GapRow("y?", answered=True, unhelpful=1, asked=3.0),
    )


def test_what_waits_for_a_button_is_taken_once_and_by_who_was_asked(journal: Journal) -> None:
    pending = Pending(CHAT, 40, ADA, "add", "mill.txt", "file-1", replaces=True)
    journal.pending.keep(pending, at=1_000.0)
    assert journal.pending.take(CHAT, 40, GRACE) is None
    assert journal.pending.take(GRACE, 40, ADA) is None
    assert journal.pending.take(CHAT, 40, ADA) == pending
    assert journal.pending.take(CHAT, 40, ADA) is None


def fill(journal: Journal, person: int, chat: int) -> None:
    """Something of a person in every table."""
    journal.questions.keep(replace(ASKED, chat=chat, asker=person, text=f"secret of {person}"))
    journal.votes.cast(chat, 12, person, helpful=True, at=1_000.0)
    journal.members.add(person, at=1_000.0)
    journal.pending.keep(Pending(chat, 7, person, "add", "a", "b", replaces=False), at=1_000.0)


def test_forget_leaves_nothing_of_a_person_and_all_of_the_others(
    file: Path, journal: Journal
) -> None:
    fill(journal, ADA, chat=ADA)
    fill(journal, GRACE, chat=GRACE)
    assert set(journal.kept_of(ADA).values()) == {1}
    assert journal.forget(ADA)
    assert set(journal.kept_of(ADA).values()) == {0}
    assert set(journal.kept_of(GRACE).values()) == {1}
    journal.close()
    raw = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert f"secret of {ADA}".encode() not in raw
    assert f"secret of {GRACE}".encode() in raw


def test_every_column_with_a_user_id_is_among_what_is_told_and_forgotten(journal: Journal) -> None:
    connection = sqlite3.connect(":memory:")
    for script in MIGRATIONS:
        connection.executescript(script)
    listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    known = {(table, column) for table, column, _ in PERSONAL}
    for (table,) in listed:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        named = columns & {"asker", "voter", "operator", "member", "user"}
        assert {(table, column) for column in named} <= known
        passing = {"updates"}  # what someone has just written, until it is handled
        assert named or table in passing, f"the table {table} holds nothing of a person: say so"
    connection.close()


@pytest.mark.parametrize("phrases", load_phrases(PROJECT_FILES / "config" / "phrases").values())
def test_privacy_tells_of_each_table_that_holds_something_of_a_person(phrases: Phrases) -> None:
    kept = {table: number for number, (table, _, _) in enumerate(PERSONAL, 11)}
    lines = render_privacy(kept, 30, phrases).text.splitlines()
    assert "30" in lines[0]
    told = [line.rpartition(" ")[2] for line in lines if line.startswith("•")]
    assert told == [str(number) for number in kept.values()]


def test_what_is_older_than_the_days_it_is_kept_goes(journal: Journal, clock: Clock) -> None:
    fill(journal, ADA, chat=ADA)
    clock.now += 29 * DAY
    journal.sweep()
    assert journal.kept_of(ADA)["questions"] == 1
    clock.now += 2 * DAY
    journal.sweep()
    assert journal.kept_of(ADA) == {"questions": 0, "votes": 0, "pending": 0, "members": 1}


def test_what_is_too_old_goes_although_the_clock_was_set_back(
    journal: Journal, clock: Clock
) -> None:
    clock.now += 400 * DAY
    journal.sweep()
    clock.now -= 300 * DAY
    fill(journal, ADA, chat=ADA)  # a row of the first day, as if kept before
    journal.sweep()
    assert journal.kept_of(ADA)["questions"] == 0


def test_only_its_user_may_read_the_file(file: Path, journal: Journal) -> None:
    assert file.stat().st_mode & 0o077 == 0


def test_many_threads_may_use_it_at_once(journal: Journal) -> None:
    def ask(person: int) -> None:
        for number in range(20):
            asked = replace(ASKED, chat=person, asker=person, first=number, reply=number)
            journal.questions.keep(asked)
            assert journal.questions.answered_by(person, number) == asked

    threads = [threading.Thread(target=ask, args=(person,)) for person in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [journal.kept_of(person)["questions"] for person in range(1, 9)] == [20] * 8


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            lambda file: file.write_bytes(b"this is no database, whatever its name" * 100),
            "database",
        ),
        (lambda file: file.mkdir(), "irectory"),
        (lambda file: newer(file), "newer Quoth"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_a_sentence_and_nothing_stops(
    tmp_path: Path, spoil: object, told: str
) -> None:
    file = tmp_path / "journal.sqlite3"
    assert callable(spoil)
    spoil(file)
    with open_journal(file, days=30, clock=Clock()) as journal:
        assert journal.fault.startswith(f"The journal {file} can't be used (")
        assert told in journal.fault
        assert "\n" not in journal.fault
        assert journal.fault == journal_fault(file)
        journal.questions.keep(ASKED)
        assert journal.questions.answered_by(CHAT, 12) == ASKED


def newer(file: Path) -> None:
    with open_journal(file, days=30):
        pass
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def test_a_file_that_breaks_while_it_is_used_is_told_once(
    file: Path, journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    journal.questions.keep(ASKED)
    assert journal.questions.answered_by(CHAT, 12) is not None
    other = sqlite3.connect(file)
    other.execute("DROP TABLE questions")
    other.commit()
    other.close()
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            journal.questions.keep(ASKED)
            assert journal.questions.answered_by(CHAT, 12) is None
        assert not journal.forget(ADA)
    assert len(caplog.messages) == 1
    assert "no such table" in caplog.text


@contextmanager
def full_disk(journal_file: Path) -> Iterator[None]:
    """No file can become larger than what is written first to keep something."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    room = journal_file.with_name(f"{journal_file.name}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_what_a_full_disk_keeps_out_waits_until_there_is_room(
    file: Path, journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    journal.questions.keep(ASKED)
    assert journal.questions.answered_by(CHAT, 12) is not None
    with full_disk(file):
        for reply in range(20, 30):
            journal.questions.keep(replace(ASKED, reply=reply, first=reply, text="x" * 5_000))
        assert journal.questions.answered_by(CHAT, 25) is None
        assert not journal.forget(ADA)
    journal.questions.keep(replace(ASKED, reply=30, first=30))
    assert all(journal.questions.answered_by(CHAT, reply) for reply in range(20, 31))
    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"]
    assert "written again" in caplog.messages[1]


def test_what_a_full_disk_kept_out_has_one_try_more_at_the_end(
    file: Path, journal: Journal
) -> None:
    journal.questions.keep(ASKED)
    assert journal.questions.answered_by(CHAT, 12) is not None
    with full_disk(file):
        journal.questions.keep(replace(ASKED, reply=20, first=20, text="x" * 50_000))
        assert journal.questions.answered_by(CHAT, 20) is None
    journal.close()
    with open_journal(file, days=30, clock=Clock()) as opened:
        assert opened.questions.answered_by(CHAT, 20) is not None


def test_however_much_waits_for_another_program_all_of_it_is_kept(
    file: Path, journal: Journal
) -> None:
    assert journal.kept_of(ADA)["questions"] == 0
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for number in range(2 * OWED):
        journal.questions.keep(replace(ASKED, reply=20 + number))
    other.execute("COMMIT")
    other.close()
    assert journal.kept_of(ADA)["questions"] == 2 * OWED


def test_an_earlier_file_is_brought_up_to_date(file: Path) -> None:
    file.parent.mkdir()
    sqlite3.connect(file).close()  # as before the first migration
    with open_journal(file, days=30, clock=Clock()) as journal:
        journal.questions.keep(ASKED)
        assert journal.questions.answered_by(CHAT, 12) == ASKED
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_check_knows_where_no_journal_can_be_made(tmp_path: Path) -> None:
    assert journal_fault(tmp_path / "deep" / "down" / "journal.sqlite3") == ""
    (tmp_path / "file").touch()
    assert "can't be made" in journal_fault(tmp_path / "file" / "journal.sqlite3")


def test_an_update_is_known_from_then_on_but_its_text_goes_once_it_is_handled(
    journal: Journal, file: Path
) -> None:
    told = [Arrival(7, "a", "written by Ada"), Arrival(8, "b", "written by Grace")]
    journal.arrivals.keep(told, at=1.0)
    journal.arrivals.done(7)
    assert journal.arrivals.all() == [Arrival(7, "a", ""), told[1]]
    journal.arrivals.confirmed(9)
    assert journal.arrivals.all() == [told[1]]
    journal.close()
    raw = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"written by Ada" not in raw
