"""Telegram's limits: no chat gets more than it may, and none waits for another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.sending.pacing import GROUP, PRIVATE, WARY, Bucket, Limit, Pacing, overall

ADA, GRACE, CLUB = 500, 501, -400


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def sent(pacing: Pacing, clock: Clock, chat: int, count: int) -> list[float]:
    """When each of so many messages to a chat may go, in seconds from now."""
    start = clock.now
    times: list[float] = []
    while len(times) < count:
        wait = pacing.reserve(chat)
        if wait:
            clock.now += wait
        else:
            times.append(round(clock.now - start, 2))
    return times


def test_a_private_chat_gets_a_short_burst_then_a_message_a_second() -> None:
    clock = Clock()
    pacing = Pacing(per_second=30, always=True, clock=clock)
    times = sent(pacing, clock, ADA, 6)
    assert times[:3] == [0.0, 0.0, 0.0] or times[2] < 0.1
    assert [round(time) for time in times[3:]] == [1, 2, 3]


def test_a_group_gets_twenty_messages_a_minute_at_the_most() -> None:
    clock = Clock()
    times = sent(Pacing(per_second=30, always=True, clock=clock), clock, CLUB, 60)
    for start in times:
        assert sum(start <= time < start + 60 for time in times) <= 20


def test_no_second_sees_more_than_the_overall_limit() -> None:
    clock = Clock()
    pacing = Pacing(per_second=30, always=True, clock=clock)
    start, times = clock.now, []
    for chat in range(1, 200):
        while wait := pacing.reserve(chat):
            clock.now += wait
        times.append(clock.now - start)
    for first in times:
        assert sum(first <= time < first + 1 for time in times) <= 30


def test_a_pause_holds_up_its_own_chat_alone() -> None:
    clock = Clock()
    pacing = Pacing(per_second=30, always=False, clock=clock)
    pacing.pause(ADA, 7.0)
    assert pacing.reserve(ADA) == 7.0
    assert pacing.reserve(GRACE) == 0.0
    clock.now += 7.0
    assert pacing.reserve(ADA) == 0.0


def test_at_a_server_of_ones_own_the_overall_limit_begins_with_a_complaint() -> None:
    clock = Clock()
    pacing = Pacing(per_second=6, always=False, clock=clock)
    assert not any(pacing.reserve(chat) for chat in range(1, 100))
    pacing.pause(ADA, 1.0)
    assert pacing.reserve(GRACE) > 0
    clock.now += WARY + 60
    assert not any(pacing.reserve(chat) for chat in range(1, 100))


@given(
    st.sampled_from([PRIVATE, GROUP, overall(30), overall(1)]),
    st.lists(st.floats(0, 20), min_size=1, max_size=60),
)
def test_whatever_is_asked_no_stretch_of_time_sees_more_than_burst_and_rate(
    limit: Limit, pauses: list[float]
) -> None:
    bucket, now, times = Bucket(), 0.0, []
    for pause in pauses:
        now += pause
        now += bucket.wait(limit, now)
        bucket.take(limit, now)
        times.append(now)
    for number, start in enumerate(times):
        for count, end in enumerate(times[number:], 1):
            assert count <= limit.burst + limit.rate * (end - start) + 1e-6


def test_silent_chats_are_forgotten() -> None:
    clock = Clock()
    pacing = Pacing(per_second=1000, always=False, clock=clock)
    for chat in range(1, 5_000):
        pacing.reserve(chat)
        clock.now += 0.01
    assert len(pacing._chats) < 2_000
