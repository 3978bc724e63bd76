"""Arrays and documents on disk: saved whole in one file, opened memory-mapped.

`saving` puts a file in place, `shelf` finds and checks it, `parts` tells its format, and `texts`,
`blocks` and `stored` read documents from it when they are asked for.
"""
