"""The postings of an index: counted, kept and searched.

Building: `reader` turns text into numbers of words, `pieces` counts them, `merging` makes one index
of several pieces, `room` bounds the memory. Searching: `search`, by `max_score` where there is much
to skip. Beside the postings stand the `forward` index and the `words` as they are written, with
their `vocabulary`.
"""
