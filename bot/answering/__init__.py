"""From hits to the parts of an answer; `bot.replying.compose` leads through it.

The hits are put in order (`hits`, `lists`), and checked for what an answer must hold (`needs`). The
first line is lifted from them (`first_line`, `short`, `lists`, `yes_no`), other documents are held
against it (`disputes`, `rivals`, `sides`), and quotes are chosen (`quoting`). How sentences tell
things stands below that: `grammar`, `forms`, `times`, `people`, `amounts`. In `times`, `people` and
`amounts`, `in_passages` tells which passages may answer; `misfits` tells which lifted words can't,
and so do `deeds` of persons, `shares` and `miscounts` of amounts, `other_years` of times.
"""
