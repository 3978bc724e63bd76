"""The command line. `program` holds the commands; what each does is a module beside it."""

from bot.cli.program import app, main

__all__ = ["app", "main"]
