"""From a message to its Answer.

`reply` hears what a message asks, takes `several` questions apart and searches; `compose` makes an
Answer of what was found: `considering` arranges the hits (`arranging`) and lifts a first line from
them, `sureness` and `verdict` say whether it answers, and the rest gives quotes, a question back or
a refusal (`clarifying`, `refusing`, `offering`), with `notes` and what `others` tell beside it.
`together` makes one Answer of several, `further` shows more of the same; `small_talk`, `foreign`
and `unquoted` need no documents.
"""
