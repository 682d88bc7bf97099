"""The rulebook, its detectors, the judge that runs them, and the verdict they give."""
