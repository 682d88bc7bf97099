"""Tests of the seams to the operating system; what needs a real desktop is in tests/e2e and tests/windows."""
