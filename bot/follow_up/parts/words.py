"""Words of English by which messages that lean on others are read."""

from __future__ import annotations

HOW_MANY = ("how", "many")
HOW_MUCH = ("how", "much")
OF_NUMBER = frozenset({"many", "much", "few", "little"})
SUBJECTS = frozenset({"who", "what"})  # may ask for the subject without a noun
CONDITIONS = (("if",), ("unless",))
AT_PLACES = frozenset({"at", "in", "on", "near"})
INDEFINITE = frozenset({"a", "an"})
ONES = frozenset({"one", "ones"})
HAVE = frozenset({"had", "has", "have"})
