"""One seam for each service of the operating system; nothing of ours is imported here."""
