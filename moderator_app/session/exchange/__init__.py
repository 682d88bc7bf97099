"""Two moderators' records brought together, and everything written out and read in again."""
