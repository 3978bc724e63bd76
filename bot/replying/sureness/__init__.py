"""How sure it is that the documents answer, seen from what would be replied.

The retriever tells how sure it is by the passages alone. What would be lifted from them tells more:
whether a short answer fits, whether the sentence says the verb and the noun that are asked about,
what of the question stands nowhere near. Boosted trees, taught what people ask of their own
documents with and without an answer there, and what an encyclopedia lacks when answers are taken
out of it, put both together for English questions; for those in other languages the retriever's
word stands.
"""

from bot.replying.sureness.model import share_of_trees, sureness
from bot.replying.sureness.signals import signals

__all__ = ["share_of_trees", "signals", "sureness"]
