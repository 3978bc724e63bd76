"""What an answer to each kind of question must hold, and which passages hold it.

`needed` tells what must be there, `when` so for times, `lack` has the records. `holding` picks the
passages that have it, `absence` tells where none has.
"""
