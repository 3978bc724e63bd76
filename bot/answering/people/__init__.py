"""Who: what persons are, the offices they hold, what they do, and where sentences name them.

Who somebody is: `identity`, `apposition`, `fronting`; how old: `ages`. Who holds an office:
`holders`, `roles`, `other_offices`, and of a nation's `seats` and `nations`. Who does or says it:
`agents`, `doers`, `speakers`. Whose it is: `owners`.
"""
