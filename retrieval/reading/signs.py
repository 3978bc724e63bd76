"""Signs that end a line, and those that no text can hold."""

from __future__ import annotations

import re

NEWLINES = re.compile("\r\n?|[\f\v\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
