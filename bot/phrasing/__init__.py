"""What Quoth says in each language: read from the operator's files, checked, chosen from.

`wordings` lists all that can be said, `faults` finds what a file lacks, `phrases` holds what was
read, `follow_up_words` the words by which a message leans on earlier ones; `dates` says when.
"""

from bot.phrasing.dates import say_date, say_moment
from bot.phrasing.follow_up_words import FollowUpWords
from bot.phrasing.phrases import Phrases, SmallTalk, choose, load_phrases

__all__ = [
    "FollowUpWords",
    "Phrases",
    "SmallTalk",
    "choose",
    "load_phrases",
    "say_date",
    "say_moment",
]
