"""Mail to a Page: subject, sender and date as its origin, its text, simple attachments."""

from __future__ import annotations

import datetime
import email
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from retrieval.errors import UnreadableFileError
from retrieval.reading import plain
from retrieval.reading.encoding import decode
from retrieval.reading.page import Page, Writer
from retrieval.records import BlockKind

_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_TURN = re.compile(r"^(>[^\n]*)\n(?=[^>\n])|^([^>\n][^\n]*)\n(?=>)", re.MULTILINE)
_LONGEST_HEADER = 10_000  # characters; the standard library takes the square of the time
_MOST_PARTS = 200
_DEEPEST = 30
_SIMPLE = ("text/plain", "text/html", "text/markdown", "text/csv")


class _Policy(EmailPolicy):
    """The standard library's, which takes of a header no more than what any mail has."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401 - as it is there
        """A header as it is read."""
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


_POLICY = _Policy()


def read(data: bytes) -> Page:
    """A page of one message; what is attached and no text is named and not read.

    Raises UnreadableFileError where there is no header or no text.
    """
    try:
        message = email.message_from_bytes(data, policy=_POLICY)
        if not any(message.get(name) for name in ("from", "subject", "date", "received", "to")):
            raise UnreadableFileError("this is no mail: it has no header")
        writer = Writer()
        subject = _header(message, "subject")
        writer.write(BlockKind.HEADING, subject)
        remarks = tuple(_write_parts(writer, message))
    except (MessageError, LookupError, ValueError, AttributeError, IndexError, TypeError) as error:
        raise UnreadableFileError(f"the mail is damaged ({type(error).__name__})") from None
    if not any(block.kind is not BlockKind.FURNITURE for block in writer.blocks[bool(subject) :]):
        raise UnreadableFileError("there is no text in it")
    return Page(
        writer.text,
        tuple(writer.blocks),
        title=subject,
        publisher=_sender(message),
        date=_date(message),
        encoding=str(message.get_content_charset() or ""),
        remarks=remarks,
    )


def _write_parts(writer: Writer, message: Message) -> Iterator[str]:
    """Write the text of a message and of simple attachments; yield what isn't read."""
    body, attached = _parts(message)
    for part in body:
        _write(writer, part)
    for part in attached:
        name = _filename(part)
        if part.get_content_type() in _SIMPLE:
            writer.write(BlockKind.HEADING, name)
            _write(writer, part)
        else:
            writer.write(BlockKind.FURNITURE, f"Attachment: {name}")
            yield f"the attachment {name} is not read; save it as a file of its own"


def _parts(message: Message) -> tuple[list[Message], list[Message]]:
    """The parts that make up the body, one of each choice of formats, and the attachments."""
    body: list[Message] = []
    attached: list[Message] = []
    stack: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while stack:
        part, depth = stack.pop()
        seen += 1
        if seen > _MOST_PARTS or depth > _DEEPEST:
            raise UnreadableFileError("the mail has too many parts")
        inner = part.get_payload()
        if isinstance(inner, list):
            chosen = [p for p in inner if isinstance(p, Message)]
            if part.get_content_type() == "multipart/alternative":
                chosen = _alternative(chosen)
            stack += [(p, depth + 1) for p in reversed(chosen)]
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            attached.append(part)
        elif part.get_content_type() in _SIMPLE[:2]:
            body.append(part)
        elif part.get_content_maintype() not in {"multipart", "message"}:
            attached.append(part)
    return body, attached


def _alternative(parts: list[Message]) -> list[Message]:
    """The plainest of several forms of the same text."""
    texts = [p for p in parts if p.get_content_type() == "text/plain"]
    if texts and any(_text(part).strip() for part in texts):
        return texts[:1]
    return parts[-1:]


def _write(writer: Writer, part: Message) -> None:
    """Append the blocks of one part; marks of quotation (">") are left out."""
    text = _text(part)
    if part.get_content_type() == "text/html":
        from retrieval.reading import html

        _append(writer, html.read(text))
        return
    apart = _TURN.sub(lambda turn: f"{turn.group(1) or turn.group(2)}\n\n", text)
    _append(writer, plain.read(_QUOTED.sub("", apart)))


def _append(writer: Writer, page: Page) -> None:
    for block in page.blocks:
        writer.write(block.kind, page.text[block.start : block.end])


def _text(part: Message) -> str:
    """The text of a part, in the encoding it names or in the one it is in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    try:
        text = data.decode(charset) if charset else ""
        return text.replace("\r\n", "\n").replace("\r", "\n") if text else decode(data).text
    except (LookupError, UnicodeDecodeError):
        return decode(data).text


def _header(message: Message, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())


def _sender(message: Message) -> str:
    name, address = parseaddr(_header(message, "from"))
    return name or address


def _date(message: Message) -> datetime.date | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _filename(part: Message) -> str:
    name = " ".join(str(part.get_filename() or part.get_content_type()).split())
    return "".join(c for c in name if c.isprintable())[:120]
