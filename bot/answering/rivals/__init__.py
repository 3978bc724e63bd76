"""Rivals: passages of other documents that answer the question, but otherwise than the best one.

Sentences that share hardly a word may answer the same question: "Some 120 firefighters came",
"Ninety-six of them fought the blaze". A logistic regression, taught on reports that differ, tells
whether another passage is a rival: mostly by the figures of both, else by how likely each answers.
"""

from bot.answering.rivals.finding import LEAST_SHARE, Claims, Rival, rivals

__all__ = ["LEAST_SHARE", "Claims", "Rival", "rivals"]
