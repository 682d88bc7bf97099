"""No test of storage waits for the disk but those of durable writes themselves."""

from tests.quick_disk import quick_disk  # noqa: F401 - a fixture for every test here
