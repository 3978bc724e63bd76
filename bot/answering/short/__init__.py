"""Short answers: the words of a passage that answer a question, lifted from it or left alone."""

from bot.answering.short.choosing import ShortAnswer, short_answer

__all__ = ["ShortAnswer", "short_answer"]
