"""What an answer to each kind of question must hold, and which passages hold it.

`needed` tells what must be there: of `amounts`, `persons`, `names`, times (`when`) and makers
(`making`); `lack` has the records. `holding` picks the passages that have it, `absence` tells where
none has. `left_open` and `of_another` tell which sentences speak of it all the same and leave open
what is asked.
"""
