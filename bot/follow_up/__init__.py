"""Follow-ups: what a message leaves out, filled in from what was said before.

`resolving` leads through it: it turns a message into questions that stand alone (`resolved`).

First it looks at what there is:
  framing          the message without "and", "no, I meant"
  hurried          "wht", "u": spellings written out
  confirming       "it was in May, right?" as the question that it is
  parts            its phrases, names, dates and the words that ask
  form             what is missing from it; `set_forms` know "how long is it?" and the like
  history          the turns before it; `leaning` has all of this together

Then it fills in what is missing. `in_place`, `anew`, `own_question` and `pointing_back` yield the
readings of a fragment, of "why?", of a question with words of its own, of one with a pronoun; each
form has a module of its own:
  replacing        "and in 2016?": a fragment takes the place of what it answers to, by its own form
                   or as a date, a name, a phrase
  attributes       "and the width?" replaces "the height", not all of "the height of the tower"
  reframing        "why?", "who else?": the same question with another wh-word
  elliptic         "how much for the day?": the verb of the question before
  carrying         a noun, a name or a date that a new question takes over
  left_out         "how much is a new one?", "how many are there?": the noun
  pronouns         "he", "it", "they"; antecedents finds what they mean, filling puts that in
  the_other        "and the other one?": of two things, the one asked about before
  before_and_after "the year before", "the one after that", "since then"
  impersonal       the "it" of "is it true that", which means nothing named before
  other_languages  all of this in languages without a grammar here

Last, `choosing` lets the documents decide between readings; `viewing` prefers passages near the one
quoted last. Some messages need none of this: `offers` ("yes", "2") and `requests` ("source?").
"""

from bot.follow_up.resolved import Background, Resolved
from bot.follow_up.resolving import resolve

__all__ = ["Background", "Resolved", "resolve"]
