"""Follow-ups: what a message leaves out, filled in from what was said before.

`resolving` reads a message as questions that stand alone (`resolved`) by its form: `framing` cuts
what leads in and out, `parts` takes it apart into phrases and slots, `form` tells what is missing,
`said` looks back on earlier turns. What is missing comes from `replacing` (a fragment in the place
of what it answers to, within "the price of" it by `attributes`), `reframing` (another wh-word for
the same question), `elliptic` (the verb of "how much for the day?"), `carrying` (what a question
takes over), `left_out` (the noun of "a new one"), `pronouns` and `antecedents` (what "he", "it" and
"they" point to), or `plain` (in languages without a grammar here). `choosing` lets the documents
decide between readings, `viewing` looks at passages from the one quoted last, `offers` takes up a
bare "yes", `requests` knows "are you sure?".
"""

from bot.follow_up.resolved import Background, Resolved
from bot.follow_up.resolving import resolve

__all__ = ["Background", "Resolved", "resolve"]
