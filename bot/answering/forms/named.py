"""Options, settings and commands asked about by name, and the entries that tell of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from retrieval.question import Question

LANGUAGE = "en"  # the forms are those of English
_KEPT = 64  # names: each is looked for in many passages
_NAME = (
    r"[\"“'`]?(?P<{}>--?[A-Za-z][\w-]*|[$~^#/]?[A-Za-z]\w*(?:(?:[-_.]|::)\w+)+|[$~#]\w+)[\"”'`]?"
)
_SORT = (
    r"(?:command(?:[- ]line)? )?(?:option|switch|flag|command|setting|parameter|variable|argument"
    r"|action|directive|key)"
)
_DOES = r"(?:do|mean|control|set|change|for|used for|good for|specify)"
_ASKED = re.compile(
    rf"\bwhat (?:does|do|is|are) (?:the )?(?:{_SORT} )?{_NAME.format('doing')}(?: {_SORT})?"
    rf" {_DOES}\W*$"
    rf"|\bwhat(?:'s| is) (?:the )?(?:{_SORT} )?{_NAME.format('being')}(?: {_SORT})?\W*$"
    r"|\bdefault(?: value| setting)?s? (?:of|for) (?:the )?"
    rf"(?:{_SORT} )?{_NAME.format('default')}",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A name that is asked about, and whether its default is."""

    name: str
    default: bool


def name_asked(question: Question) -> Named | None:
    """The option, setting or command of which a question asks what it does, or its default.

    >>> from retrieval.question import parse_question
    >>> name_asked(parse_question("What does the --colour option do?"))
    Named(name='--colour', default=False)
    """
    found = _ASKED.search(question.text.replace("’", "'"))
    if found is None or question.language != LANGUAGE:
        return None
    return Named(found[found.lastgroup or 0], found.lastgroup == "default")


def entry_told(name: str, text: str) -> str | None:
    """What an entry with a name tells; None where a text is no such entry.

    >>> entry_told("-d", "-d, --dry: Prints what would be done.")
    'Prints what would be done.'
    >>> entry_told("-d", "Use -d: it is quick.")
    """
    found = _entry(name).match(text)
    return text[found.end() :].strip() if found else None


@lru_cache(maxsize=_KEPT)
def _entry(name: str) -> re.Pattern[str]:
    any_case = "" if name.startswith("-") else "(?i)"
    value = r"(?:[ =]?[\[<(]\S{1,30}|[ =][A-Z][A-Z_.\[\]]*\b|=\S+)?"
    return re.compile(
        rf"{any_case}[^\w$~#-]*(?:[A-Z][\w ]{{1,20}}: )?(?:[$~#-]*\w[\w-]*{value}, )*"
        rf"(?<![\w-]){re.escape(name)}(?![\w:-]+\w){value}(?:, [$~#-]+[\w-]+{value})*"
        rf"\s*(?:[:|–—]|-\s|\n|\s{{2,}}|$)"
    )
