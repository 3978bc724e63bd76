"""A document that is a ZIP archive of XML: opened within bounds, its XML read without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from retrieval.errors import UnreadableFileError

_MOST_ENTRIES = 20_000
_MOST_BYTES = 200_000_000  # of all entries together, unpacked
_LARGEST = 60_000_000  # bytes of one entry, unpacked
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = "the file is damaged"
PASSWORD = "it is protected by a password; save a copy without one"  # noqa: S105 - told to people


class Archive:
    """The entries of a document; raises UnreadableFileError for what is damaged, locked, a bomb."""

    def __init__(self, data: bytes) -> None:
        """Look at the directory of the archive; nothing is unpacked yet."""
        if data.startswith(_OLE):  # how Office wraps what is encrypted
            raise UnreadableFileError(PASSWORD)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFileError(f"{DAMAGED}: it is no whole archive ({error})") from None
        total = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_ENTRIES or total > _MOST_BYTES:
            raise UnreadableFileError(
                f"unpacked it has {total:,} bytes in {len(entries):,} parts, more than the "
                f"{_MOST_BYTES:,} and {_MOST_ENTRIES:,} allowed"
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableFileError(PASSWORD)
        self._left = _MOST_BYTES
        self.names = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of one entry, however large its directory says it is.

        Raises UnreadableFileError where it is missing, damaged, under a password or too large.
        """
        if name not in self.names:
            raise UnreadableFileError(f"{DAMAGED}: {_shown(name)} is missing in it")
        most = min(_LARGEST, self._left)
        try:
            with self._zip.open(self.names[name]) as entry:
                data = entry.read(most + 1)
        except RuntimeError:
            raise UnreadableFileError(PASSWORD) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise UnreadableFileError(f"{DAMAGED}: {_shown(name)} ({error})") from None
        if len(data) > most:
            raise UnreadableFileError(f"{_shown(name)} in it is larger than {_LARGEST:,} bytes")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element:
        """The root of an entry that is XML; declared entities are refused, none are fetched."""
        return parse(self.read(name), name)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What an Office part refers to inside the archive: kind and name by id."""
        place, folder = relations_of(name), posixpath.dirname(name)
        if place not in self:
            return {}
        found = {}
        for one in self.xml(place):
            if one.get("TargetMode") != "External":
                kind = one.get("Type", "").rpartition("/")[2]
                found[one.get("Id", "")] = (kind, resolved(folder, one.get("Target", "")))
        return found


def parse(data: bytes, name: str) -> Element:
    """The root of an XML text, an entry with a name.

    Raises UnreadableFileError where it is damaged or declares entities.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=False, forbid_entities=True)
    except DefusedXmlException:
        raise UnreadableFileError(f"{_shown(name)} in it declares XML entities") from None
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFileError(f"{DAMAGED}: {_shown(name)} ({error})") from None
    return root


def relations_of(name: str) -> str:
    """The name of the entry that lists what an Office part refers to; "" is the whole document."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def resolved(folder: str, target: str) -> str:
    """The name of the entry that a reference from inside a folder points to."""
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(root: Element | None, name: str) -> Element | None:
    """The first element of a local name below (or at) a root."""
    return next((e for e in root.iter() if local(e) == name), None) if root is not None else None


def said(root: Element | None, name: str) -> str:
    """The text of the first element of a local name, on one line; "" if there is none."""
    found = first(root, name)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def attribute(element: Element, name: str) -> str:
    """The attribute of a local name, whatever its namespace; "" if there is none."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:80])
