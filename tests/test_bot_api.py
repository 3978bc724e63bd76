"""The Bot API server of the tests: refuses what Telegram would refuse, breaks when told to."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.bot_api import BotApi, Fault, Person
from tests.helpers import TOKEN

Params = dict[str, Any]
ADA = 500


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN) as server:
        yield server


@pytest.fixture
async def ada(api: BotApi) -> Person:
    person = api.person(id=ADA)
    await person.write("Hello")
    return person


async def call(api: BotApi, method: str, **params: Any) -> Params:  # noqa: ANN401
    form = aiohttp.FormData()
    for name, value in params.items():
        if isinstance(value, bytes):
            form.add_field(name, value, filename=f"{name}.csv")
        else:
            text = json.dumps(value) if isinstance(value, dict | list) else str(value)
            form.add_field(name, text)
    address = f"{api.address}/bot{TOKEN}/{method}"
    async with aiohttp.ClientSession() as client, client.post(address, data=form) as response:
        answer: Params = await response.json()
        return answer


def button(**action: Any) -> Params:  # noqa: ANN401
    return {"inline_keyboard": [[{"text": "Context", **action}]]}


def bold(offset: int, length: int, kind: str = "bold") -> Params:
    return {"type": kind, "offset": offset, "length": length}


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendMessage", {"text": " "}, "empty"),
        ("sendMessage", {"text": "x" * 4097}, "too long"),
        ("sendMessage", {"text": "🦭" * 2049}, "too long"),
        ("sendMessage", {"text": "x", "entities": [bold(0, 2)]}, "outside"),
        ("sendMessage", {"text": "🦭", "entities": [bold(0, 1)]}, "in two"),
        ("sendMessage", {"text": "abcd", "entities": [bold(0, 2), bold(1, 2)]}, "overlap"),
        ("sendMessage", {"text": "x", "parse_mode": "HTML"}, "markup"),
        ("sendMessage", {"text": "x", "link_previews": "off"}, "no parameter"),
        ("sendMessage", {"text": "x", "entities": [{**bold(0, 1), "size": 3}]}, "no parameter"),
        ("sendMessage", {"text": "x", "reply_markup": button(callback_data="é" * 33)}, "DATA"),
        ("sendMessage", {"text": "x", "reply_markup": button()}, "0 actions"),
        ("sendMessage", {"text": "x", "reply_markup": button(copy_text={"text": ""})}, "copies"),
        ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 7}}, "replied"),
        ("editMessageText", {"text": "x", "message_id": 9}, "to edit not found"),
        ("editMessageText", {"text": "x", "message_id": 100_001}, "can't be edited"),
        ("deleteMessage", {"message_id": 9}, "to delete not found"),
        ("answerCallbackQuery", {"callback_query_id": "9"}, "query is too old"),
        ("answerInlineQuery", {"inline_query_id": "9", "results": []}, "query is too old"),
        ("setMyCommands", {"commands": [{"command": "Ask", "description": "x"}]}, "COMMAND"),
        ("sendDocument", {"document": b""}, "0 bytes"),
        ("sendNothing", {}, "no such method"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_it_refuses_what_telegram_would_refuse(
    api: BotApi, ada: Person, method: str, params: Params, reason: str
) -> None:
    place = {"chat_id": ADA} if "send" in method or "essage" in method else {}
    answer = await call(api, method, **place, **params)
    assert not answer["ok"]
    assert reason in answer["description"]
    assert len(api.problems) == 1
    assert reason in api.problems[0]


async def test_a_message_may_be_edited_only_if_that_changes_it(api: BotApi, ada: Person) -> None:
    sent = await call(api, "sendMessage", chat_id=ADA, text="1874")
    number = sent["result"]["message_id"]
    same = await call(api, "editMessageText", chat_id=ADA, message_id=number, text="1874")
    assert "not modified" in same["description"]
    changed = await call(api, "editMessageText", chat_id=ADA, message_id=number, text="1875")
    assert changed["ok"]


async def test_a_press_is_answered_once(api: BotApi, ada: Person) -> None:
    await call(api, "sendMessage", chat_id=ADA, text="1874", reply_markup=button(callback_data="c"))
    (said,) = await ada.hear()
    press = await api.press(said, said.button("Context"), ada.user)
    assert "never answered" in api.problems[0]
    assert (await call(api, "answerCallbackQuery", callback_query_id=press))["ok"]
    assert api.problems == []
    assert not (await call(api, "answerCallbackQuery", callback_query_id=press))["ok"]


async def test_what_is_repeated_because_the_answer_was_lost_is_refused_but_no_problem(
    api: BotApi, ada: Person
) -> None:
    sent = await call(api, "sendMessage", chat_id=ADA, text="1874")
    edit = {"chat_id": ADA, "message_id": sent["result"]["message_id"], "text": "1875"}
    api.fault("editMessageText", Fault.LOST)
    with pytest.raises(aiohttp.ClientError):
        await call(api, "editMessageText", **edit)
    assert "not modified" in (await call(api, "editMessageText", **edit))["description"]
    assert api.problems == []


@pytest.mark.parametrize(
    ("fault", "status"), [(Fault.TOO_MANY, 429), (Fault.FORBIDDEN, 403), (Fault.GONE, 400)]
)
async def test_a_fault_is_for_one_chat_and_so_many_times(
    api: BotApi, ada: Person, fault: Fault, status: int
) -> None:
    api.fault("sendMessage", fault, chat=ADA, times=2)
    assert (await call(api, "sendMessage", chat_id=501, text="x"))["ok"]
    answers = [await call(api, "sendMessage", chat_id=ADA, text="x") for _ in range(3)]
    assert [answer.get("error_code", 200) for answer in answers] == [status, status, 200]
    await api.faced()


@pytest.mark.parametrize("fault", [Fault.DROPPED, Fault.LOST, Fault.HALF, Fault.BAD_GATEWAY])
async def test_trouble_of_the_network_tells_the_bot_nothing(
    api: BotApi, ada: Person, fault: Fault
) -> None:
    api.fault("sendMessage", fault)
    with pytest.raises(aiohttp.ClientError):
        await call(api, "sendMessage", chat_id=ADA, text="x")
    done = fault in {Fault.LOST, Fault.HALF}
    assert [said.text for said in api.calls] == (["x"] if done else [])


async def test_files_go_both_ways_byte_for_byte(api: BotApi, ada: Person) -> None:
    await ada.upload("notes.txt", b"\x00\xffnotes")
    (update,) = (await call(api, "getUpdates", offset=2))["result"]
    reference = update["message"]["document"]["file_id"]
    path = (await call(api, "getFile", file_id=reference))["result"]["file_path"]
    async with (
        aiohttp.ClientSession() as client,
        client.get(f"{api.address}/file/bot{TOKEN}/{path}") as response,
    ):
        assert await response.read() == b"\x00\xffnotes"
    await call(api, "sendDocument", chat_id=ADA, document=b"question;times")
    (said,) = await ada.hear()
    assert said.files["document"].text == "question;times"


async def test_updates_of_any_kind_arrive_if_they_were_asked_for(api: BotApi, ada: Person) -> None:
    wanted = ["message", "edited_message", "my_chat_member"]
    await call(api, "getUpdates", allowed_updates=wanted)
    await ada.edit(await ada.write("one"), "two")
    await api.deliver("message_reaction", {"chat": ada.chat})
    await api.deliver("my_chat_member", {"chat": ada.chat})
    updates = (await call(api, "getUpdates"))["result"]
    kinds = [next(iter(set(update) - {"update_id"})) for update in updates]
    assert kinds == ["message", "message", "edited_message", "my_chat_member"]
    assert updates[2]["edited_message"]["text"] == "two"
