"""Commands that print the figures the README quotes; each runs the retriever as shipped."""
