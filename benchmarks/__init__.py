"""Commands that print the figures the README quotes, each with the shipped weights and settings.

Replies as people get them: asking, follow_ups, confidence, disputes, replies, first_answer. The
retriever alone, beside other tools: selection, reading, ranking, speed. Many people and trouble:
load, storm, starved. Files: folder, fuzzing. The other modules serve these.
"""
