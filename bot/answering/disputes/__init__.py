"""Agreement and dispute: whether statements of different documents say the same of one thing."""

from bot.answering.disputes.clauses import statements
from bot.answering.disputes.comparing import Comparison, Relation, compare, compare_all
from bot.answering.disputes.statements import Statement, read_statement

__all__ = [
    "Comparison",
    "Relation",
    "Statement",
    "compare",
    "compare_all",
    "read_statement",
    "statements",
]
