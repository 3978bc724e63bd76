"""The command: trains the ranker and writes its file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from retrieval.training.ranker import train, write

if len(sys.argv) != 3:
    sys.exit("usage: python -m retrieval.training DIR COLLECTIONS")
FILE = Path(__file__).parents[1] / "ranking" / "ranker.json"
CONTENT = train(Path(sys.argv[1]), Path(sys.argv[2]))
FILE.write_text(write(CONTENT), encoding="utf-8")
print(json.dumps(CONTENT["figures"], indent=1))  # noqa: T201
