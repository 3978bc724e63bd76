"""The formats of documents: each has a module that turns the bytes of a file into a Page.

Beside the formats stand what several of them share (`archive`, `pairs`, `tables`, `origin`), and
packages for plain `text`, the `web`, `printed` pages, and the helper `processes` that read files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from retrieval.errors import UnreadableFileError
from retrieval.reading.encoding import decode
from retrieval.reading.page import Page

EXTRA = "documents"
_NOT_READ = {
    **dict.fromkeys((".doc", ".dot"), "save it as .docx"),
    **dict.fromkeys((".ppt", ".pps"), "save it as .pptx"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "save its sheets as .csv"),
    **dict.fromkeys((".rtf", ".wps", ".pages", ".wpd"), "save it as .docx"),
    **dict.fromkeys((".odp", ".key"), "save it as .pptx"),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2"), "convert it to .epub"),
    **dict.fromkeys((".djvu", ".ps", ".xps"), "convert it to .pdf"),
    **dict.fromkeys((".msg", ".mht", ".mhtml"), "save it as .eml or .html"),
}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the module that reads it, the suffixes of its files.

    `decoded`: the module reads text with "\\n" newlines, not bytes. `confined`: a helper process
    reads it, since the library it needs isn't trusted with hostile files.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    decoded: bool = True
    confined: bool = False

    def read(self, data: bytes) -> Page:
        """The page of a file's bytes; raises UnreadableFileError with the reason and the remedy."""
        try:
            read: Callable[..., Page] = import_module(f"retrieval.reading.{self.module}").read
        except ImportError as error:
            raise UnreadableFileError(
                f'to read {self.name} files install Quoth with its extra "{EXTRA}", as in '
                f'pip install "quoth[{EXTRA}]" ({error.name} is missing)'
            ) from None
        if not self.decoded:
            return read(data)
        decoded = decode(data)
        if not decoded.text.strip():
            raise UnreadableFileError("there is no text in it")
        return replace(read(decoded.text), encoding=decoded.encoding)


FORMATS = (
    Format("text", "plain", (".txt", ".text")),
    Format("markdown", "markdown", (".md", ".markdown")),
    Format("html", "html", (".html", ".htm", ".xhtml")),
    Format("mail", "mail", (".eml",), decoded=False, confined=True),
    Format("CSV", "table", (".csv", ".tsv")),
    Format("JSON lines", "json_pairs", (".jsonl", ".ndjson")),
    Format("YAML", "yaml_pairs", (".yaml", ".yml")),
    Format("PDF", "pdf", (".pdf",), decoded=False, confined=True),
    Format("Word", "word", (".docx", ".docm"), decoded=False, confined=True),
    Format("EPUB", "epub", (".epub",), decoded=False, confined=True),
    Format("OpenDocument", "opendocument", (".odt",), decoded=False, confined=True),
    Format("PowerPoint", "slides", (".pptx", ".pptm"), decoded=False, confined=True),
)
_BY_SUFFIX = {suffix: form for form in FORMATS for suffix in form.suffixes}


def format_of(suffix: str) -> Format | None:
    """The format that a file's suffix (".md") stands for; None if such files aren't read.

    Readers are imported when they are first used: a folder of plain text loads no HTML parser.
    """
    return _BY_SUFFIX.get(suffix.lower())


def remedy_of(suffix: str) -> str:
    """What to do with a document in a format that isn't read; "" where it is no document at all."""
    return _NOT_READ.get(suffix.lower(), "")
