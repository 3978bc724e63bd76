"""The console: Quoth in a terminal, with the commands of the chat.

`session` takes lines and prints replies, `lines` reads and remembers what is typed, `last_answer`
is what buttons are elsewhere, `terminal` prints a message.
"""

from bot.console.session import Console, run_console

__all__ = ["Console", "run_console"]
