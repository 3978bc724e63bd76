"""Whose turn it is: one chat's updates in their order, many chats at once, but not all of them."""

from __future__ import annotations

import asyncio

from bot.telegram.receiving.turns import Bounds, Turns

CHATS = 20


def bounds(*, room: int, at_once: int) -> Bounds:
    """So many items in lines that move, and as many again in one line and aside."""
    return Bounds(room=room, under_way=at_once, each=room, in_all=2 * room)


async def test_no_more_are_under_way_than_may_be_and_each_chat_keeps_its_order() -> None:
    under_way: set[int] = set()
    most = 0
    handled: list[tuple[int, int]] = []

    async def handle(item: tuple[int, int]) -> None:
        nonlocal most
        assert item[0] not in under_way
        under_way.add(item[0])
        most = max(most, len(under_way))
        await asyncio.sleep(0)
        under_way.remove(item[0])
        handled.append(item)

    turns: Turns[tuple[int, int]] = Turns(handle, bounds(room=2 * CHATS, at_once=3), rank=hash)
    for number in range(3):
        for chat in range(CHATS):
            await turns.put(chat, (chat, number))
    assert await turns.finish(10) == 0
    assert most == 3
    for chat in range(CHATS):
        assert [number for who, number in handled if who == chat] == [0, 1, 2]


async def test_who_waits_for_long_holds_up_no_other_chat() -> None:
    go_on, others_done = asyncio.Event(), asyncio.Event()
    handled: list[str] = []

    async def handle(item: str) -> None:
        if item == "slow":
            await go_on.wait()
        handled.append(item)
        if item == "two":
            others_done.set()

    turns: Turns[str] = Turns(handle, bounds(room=10, at_once=2), rank=hash)
    for item in ("slow", "behind"):
        await turns.put("a", item)
    for item in ("one", "two"):
        await turns.put("b", item)
    await others_done.wait()
    assert handled == ["one", "two"]
    go_on.set()
    assert await turns.finish(10) == 0
    assert handled[2:] == ["slow", "behind"]
