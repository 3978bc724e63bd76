"""Damage, done on purpose: bytes and texts changed at random, the same for the same seed."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib

ODD = (
    *("\0", "\x1b[31m", "\u202e", "\u200b", "\u00ad", "\ufeff", "\ufffd", "\ud800", "ﬁ", "Ａ"),
    *(
        "e\u0301",
        "👩\u200d👧",
        "العربية",
        "中文",
        "ไทย",
        "हिन्दी",
        "ß",
        "İ",
        "'",
        '"',
        "\\",
        "%s",
        "{}",
    ),
    *("<b>", "</script>", "[x](y)", "*", "_", "`", "/ask ", "@bot", "\n", "\t", "\u2028", "?", "¿"),
    *("…", "—", "1/0", "٣", "Ⅻ", "9" * 400, "a" * 3_000, "and ", "not ", "how many ", "in 2017 "),
)
_NUMBER = re.compile(rb"\d+")
_HUGE = (b"0", b"-1", b"4294967296", b"99999999999999999999", b"1e999", b"65535")
_MOST = 2_000_000  # bytes


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A file's bytes with some of them changed; of an archive mostly those of one entry.

    `other` is a file of which a piece may be put in.
    """
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(data, other, chance)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        data = chance.choice(_WAYS)(data, other, chance)[:_MOST]
    return data


def reworded(text: str, other: str, chance: random.Random) -> str:
    """A question with letters, words and odd characters changed; `other` is another question."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        way = chance.randrange(7)
        if way == 0:
            text = text[:at] + text[to:]
        elif way == 1:
            text = text[:at] + chance.choice(ODD) + text[at:]
        elif way == 2:
            words = text.split()
            chance.shuffle(words)
            text = " ".join(words)
        elif way == 3:
            text = text[:at] + other[: chance.randrange(len(other) + 1)] + text[at:]
        elif way == 4:
            text = text[:at] + chr(chance.randrange(0x20, 0x2FFFF)) + text[at + 1 :]
        elif way == 5:
            text = chance.choice((text.upper(), text.lower(), text.swapcase(), text[::-1]))
        else:
            text = text[:at] + text[at:to] * chance.choice((2, 3, 50)) + text[to:]
        text = text[:20_000]
    return text


def _flip(data: bytes, _: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _time in range(chance.choice((1, 4, 40)) if data else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, _: bytes, chance: random.Random) -> bytes:
    at, to = _stretch(data, chance)
    return data[:at] + data[to:]


def _double(data: bytes, _: bytes, chance: random.Random) -> bytes:
    at, to = _stretch(data, chance)
    return data[:at] + data[at:to] * chance.choice((2, 2, 10, 500)) + data[to:]


def _graft(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, to = _stretch(other, chance)
    place = chance.randrange(len(data) + 1)
    return data[:place] + other[at:to] + data[place:]


def _end(data: bytes, _: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _number(data: bytes, _: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data[:100_000]))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(_HUGE) + data[one.end() :]


def _odd(data: bytes, _: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(ODD).encode(errors="replace") + data[place:]


_WAYS = (_flip, _cut, _double, _graft, _end, _number, _odd)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    at = chance.randrange(len(data) + 1)
    return at, min(len(data), at + chance.choice((1, 8, 100, 2_000)))


def _repacked(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """An archive with one entry damaged, left out, or named otherwise, and whole around it."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            chosen = chance.choice(old.namelist() or [""])
            for name in old.namelist():
                content = old.read(name)
                if name == chosen:
                    way = chance.random()
                    if way < 0.05:
                        continue
                    name = name[::-1] if way < 0.08 else name
                    content = damaged(content, other, chance) if way < 0.95 else other
                new.writestr(name, content)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, UserWarning):
        return data[: len(data) // 2]
    return made.getvalue()
