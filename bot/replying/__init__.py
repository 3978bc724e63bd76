"""The way of a message to its Answer.

`reply` hears what a message asks and has it looked for; `compose` makes an Answer of what was
found: the hits are put in order (`arranging`), the `verdict` on them leads to quotes, to a question
back or to a refusal (`clarifying`, `refusing`, `offering`), `notes` stand beside it. `further`
shows more of the same; `small_talk`, `foreign` and `unquoted` need no documents.
"""
