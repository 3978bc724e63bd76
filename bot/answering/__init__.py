"""What hits tell: a first line, lists, yes or no, dispute, or that the documents don't say.

`bot.replying.compose` leads through it. The hits are put in order (hits, lists); what an answer
must hold is looked for in them (needs); the first line is lifted from them (first_line, short,
lists, yes_no); other documents are held against it (disputes, rivals, sides); quotes are chosen
(quoting). How sentences tell things stands below that: grammar, forms, times, people, amounts.
"""
