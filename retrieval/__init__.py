"""Text and numbers: from a folder of documents to ranked passages. Knows nothing of chat.

A folder is read (collection, listing, reading), cut into sentences (splitting, passages), indexed
(building, indexing) and kept (storage, searchable, disk). A message is read (question), put in the
words of the collection (query, spelling, synonyms, relatives), searched for (first_stage, index),
and what is found is ranked (ranking): `retriever` leads through it. Below that stand words
(analysis, scripts, language, lexicon), mentions (entities) and times; above it training and
evaluation.
"""
