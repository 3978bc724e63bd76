"""Trains the ranker from openly licensed questions and writes its file of weights.

    python -m retrieval.training DIR COLLECTIONS

DIR holds `selection/` and `reading/` in the formats of `retrieval.evaluation.datasets`,
COLLECTIONS what `retrieval.training.invented` reads. The same data give the same file; weights are
rounded to four digits so that machines agree.

`ranker` puts the training together. Examples come from `lists` of candidates, from `paragraphs` of
an encyclopedia and from `invented` collections; `fitting` makes models of them, `confidence` those
of whether a collection answers at all, and `salience` tells how much each word matters.
"""
