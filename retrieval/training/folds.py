"""Into how many parts questions are divided, each judged by what the other parts teach."""

FOLDS = 5
