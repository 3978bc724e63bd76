"""Follow-ups: what a message leaves out, filled in from what was said before.

`resolving` reads a message as questions that stand alone; its parts are `reading` (a message in
phrases and slots), `replacing` (a fragment in the place of what it answers to), `reframing`
(another wh-word for the same question), `carrying` (what a question takes over), `pronouns` and
`antecedents` (what "he", "it" and "they" point to) and `offers`. `choosing` lets the documents
decide between readings, `viewing` looks at passages from the one quoted last.
"""

from bot.follow_up.resolving import Background, Resolved, resolve

__all__ = ["Background", "Resolved", "resolve"]
