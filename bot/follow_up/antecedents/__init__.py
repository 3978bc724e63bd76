"""What a pronoun may mean: things of its kind and number in what was said before.

`finding` gathers the candidates, `people`, `things`, `several` and `places` look for them in a
question, its answer and its quote, `minding` knows who can decide or refuse, `wording` puts one
into another question.
"""

from bot.follow_up.antecedents.finding import Antecedent, Sort, antecedents

__all__ = ["Antecedent", "Sort", "antecedents"]
