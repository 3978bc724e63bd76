"""The first line of an answer: lifted from the best hits, cut to what is asked for, or left out.

`lifting` leads through it, to `one_thing` or `several`. `by_form` and the model in
`bot.answering.short` propose words, `trimming` (by its `cuts`) and `widening` (to `wholes`) set
their ends, `fitting` rejects those that can't be the answer (`misfits`).
"""
