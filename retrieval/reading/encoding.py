"""Bytes to text: byte order mark, then strict UTF-8, then what the file declares, then a guess."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from retrieval.errors import UnreadableFileError
from retrieval.language import language_of
from retrieval.reading.mojibake import decoded_twice, twice_encoded
from retrieval.reading.signs import CONTROLS, NEWLINES

_SAMPLE = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_HIGH = re.compile(rb"[^\n]{0,80}[\x80-\xff][^\n]{0,80}")
# Code pages that differ from cp1252 in a few letters, so that a short text fits all of them.
_LATIN = re.compile(
    r"cp(?:125[0478]|437|85[028]|865)|iso8859_(?:\d|1\d)|latin_1|mac_(?!cyr|greek)\w+"
)
_WESTERN = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "sv"})
_CONTROLS_PER_TEXT = 200


class Decoded(NamedTuple):
    """Text with "\\n" newlines and no control characters, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes.

    Stray control characters become blanks, one for one. Raises UnreadableFileError where there are
    so many of them (one in 200) that the bytes are no text.
    """
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    text = NEWLINES.sub("\n", text)
    if encoding == "utf-8" and (page := twice_encoded(text)):
        text, encoding = decoded_twice(text, page), f"utf-8 encoded twice, by way of {page}"
    controls = sum(1 for _ in CONTROLS.finditer(text))
    if controls * _CONTROLS_PER_TEXT > len(text):
        raise UnreadableFileError("this is no text: it has binary content")
    return Decoded(CONTROLS.sub(" ", text) if controls else text, encoding)


def _encoding(data: bytes) -> str:
    """The name of the codec to decode with."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if _is(data, "utf-8"):
        return _unmarked_utf16(data) or "utf-8"
    return _unmarked_utf16(data) or _declared(data) or _damaged_utf8(data) or _guess(data)


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 of a mostly Latin text, told by where its NULs are; "" if it isn't."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for name, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if half >= 4 and many * 2 > half and few * 20 < half and _is(data, name):
            return name
    return ""


def _declared(data: bytes) -> str:
    """The encoding that the head of a page names, if the bytes are valid in it."""
    found = _DECLARED.search(data[:2048])
    name = found.group(1).decode("ascii") if found else ""
    if not name or b"\0" in data:
        return ""
    try:
        name = codecs.lookup(name).name
        data[:16].decode(name, errors="ignore").encode("utf-8", errors="ignore")
    except (LookupError, TypeError, ValueError):
        return ""
    return "cp1252" if name == "iso8859-1" and _is(data, "cp1252") else name * _is(data, name)


def _damaged_utf8(data: bytes) -> str:
    """UTF-8 where at most one in twenty of the characters beyond ASCII is broken."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond = sum(not character.isascii() for character in text[:_SAMPLE])
    return "utf-8" if broken * 20 <= beyond else ""


def _guess(data: bytes) -> str:
    """The most likely single-byte or East Asian encoding, from the parts that aren't ASCII."""
    pieces, size = [], 0
    for found in _HIGH.finditer(data):
        pieces.append(found.group())
        size += len(found.group())
        if size > _SAMPLE:
            break
    sample = b"\n".join(pieces)
    from charset_normalizer import from_bytes  # most files are UTF-8 and never need it

    best = from_bytes(sample).best()
    if best is None or (_LATIN.fullmatch(best.encoding) and _is_western(data)):
        return "cp1252"
    return best.encoding


def _is_western(data: bytes) -> bool:
    """Whether the bytes are a text in a language that is written with cp1252."""
    return _is(data, "cp1252") and language_of(data[:_SAMPLE].decode("cp1252")) in _WESTERN
