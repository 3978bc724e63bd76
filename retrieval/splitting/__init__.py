"""Documents and texts to whole sentences with exact offsets."""

from retrieval.splitting.boundaries import sentences, spans, spans_in
from retrieval.splitting.lengths import LONGEST

__all__ = ["LONGEST", "sentences", "spans", "spans_in"]
