"""Members, the append-only ledger of what was done, and the ladder derived from it."""
