"""Rivals: passages of other documents that answer a question otherwise than the best one does.

Sentences that share hardly a word may answer the same question: "Some 120 firefighters came",
"Ninety-six of them fought the blaze". Whether another figure is a rival of the one that is shown,
is told by a logistic regression that was taught what people ask of reports that differ.
"""

from bot.answering.rivals.finding import Rival, rivals

__all__ = ["Rival", "rivals"]
