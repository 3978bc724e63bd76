"""Rivals: passages of other documents that answer a question otherwise than the best one does.

Sentences that share hardly a word may answer the same question: "Some 120 firefighters came",
"Ninety-six of them fought the blaze". Whether another passage is a rival of the one that is shown,
is told by a logistic regression that was taught what people ask of reports that differ: mostly by
the figures of both, else by how likely each of them answers.
"""

from bot.answering.rivals.finding import Claims, Rival, rivals

__all__ = ["Claims", "Rival", "rivals"]
