"""A small collection of its own and settings for it, as an operator would write them."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path
from types import FunctionType, ModuleType

import numpy as np

from bot.answer import Answer
from bot.assistant import Assistant
from bot.settings import Settings, load_settings
from retrieval.cues import Cue
from retrieval.indexing.pieces import Pair
from retrieval.indexing.vocabulary import vocabulary
from retrieval.indexing.words import Words, gather_words
from retrieval.indexing.writing import tabulated

ADMIN = 900
TOKEN = "123456789:AAtesttesttesttesttesttesttesttestt"

LIGHTHOUSE = """---
title: The lighthouse of Skarvoy
publisher: Harbour Gazette
date: 2019-04-12
---

# The lighthouse of Skarvoy

The lighthouse of Skarvoy was built in 1874 by the engineer Ingrid Holm. Its lamp can be seen from a
distance of 24 kilometres. The tower stands 31 metres high above the western cliff.

Nils Berg, the last keeper, left the island on 3 March 1986. Since then the lamp has been run by a
computer in Bergen. The council did not sell the keeper's house.

The restoration cost 4.5 million crowns. It was paid for by the fishermen of Skarvoy, the town of
Bergen and the Maritime Fund.
"""
FERRY = """---
title: A new ferry for the islands
publisher: Island Post
date: 2021-09-30
---

# A new ferry for the islands

The ferry Havørn made its first crossing on 14 May 2021. It carries 120 passengers and 18 cars.

Captain Sofie Lund said that the ferry uses electricity alone. The crossing from Skarvoy to Bergen
takes 55 minutes. The ferry does not sail on Christmas Day because the harbour is closed.
"""
DOCUMENTS = {"lighthouse.md": LIGHTHOUSE, "islands/ferry.md": FERRY}

FESTIVAL = "Where was the harvest festival of Aurland held?"
FESTIVALS = {  # five answers, which fill more than a message of Telegram's together
    f"{place}.txt": f"The harvest festival of Aurland was held at the old {place}"
    + f" with {place} games and {place} songs and {place} prizes" * 18
    + ".\n"
    for place in ("beach", "hill", "bridge", "market", "quay")
}


def write_documents(folder: Path, documents: dict[str, str] | None = None) -> Path:
    """The folder with documents in it, those of this module if none are named."""
    for name, text in (documents if documents is not None else DOCUMENTS).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    folder.mkdir(exist_ok=True)
    return folder


def settings_for(documents: Path, place: Path, extra: str = "", token: str = TOKEN) -> Settings:
    """Settings on a folder of documents that keep their index in `place`."""
    file = place / "quoth.toml"
    file.write_text(
        f'[documents]\nfolder = "{documents}"\n[index]\nfolder = "index"\n'
        f'[journal]\nfile = "journal.sqlite3"\n{extra}',
        encoding="utf-8",
    )
    return load_settings(file=file, environment={"QUOTH_TELEGRAM_TOKEN": token})


def assistant_on(documents: dict[str, str], place: Path) -> Assistant:
    """An assistant on some documents, by their names, which are written to a folder in `place`."""
    return Assistant.open(settings_for(write_documents(place / "documents", documents), place))


def replies(assistant: Assistant, *messages: str) -> list[Answer]:
    """The answers to some messages of one conversation."""
    assistant.forget("ada")
    return [assistant.ask(message, conversation="ada") for message in messages]


def words_of(pairs: Iterable[tuple[str, str]]) -> Words:
    """The words of surface words with their terms, each of which occurs once."""
    spelt = sorted(
        Pair(surface, term, int(Cue.CAPITAL) if surface[0].isupper() else 0)
        for surface, term in pairs
    )
    terms = sorted({pair.term for pair in spelt})
    numbers, cues = [terms.index(pair.term) for pair in spelt], [pair.cue for pair in spelt]
    table = tabulated(np.array(numbers), np.array(cues), np.ones(len(spelt), dtype=np.int64))
    return gather_words(spelt, table, vocabulary(terms))


def held(root: object) -> list[object]:
    """All that an object holds, itself included; code and classes left out."""
    found: dict[int, object] = {}
    waiting = [root]
    while waiting:
        thing = waiting.pop()
        if id(thing) not in found and not isinstance(thing, type | ModuleType | FunctionType):
            found[id(thing)] = thing
            waiting += gc.get_referents(thing)
    return list(found.values())
