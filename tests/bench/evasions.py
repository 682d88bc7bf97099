"""Prints how the sentences of tests/cases fare when they are rewritten to hide them, way by way."""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

from tests.cases.evasion_table import table


def main() -> None:
    """One line a way: recall of the plain sentence's, and harmless sentences asked about or accused."""
    print("way                 seen of those seen plainly   harmless: asked, accused")
    for way, row in table().items():
        share = row.seen / row.forbidden if row.forbidden else 1.0
        print(
            f"{way:18} {row.seen:5} / {row.forbidden:5} = {share:7.1%}   "
            f"{row.harmless:5}: {row.asked:3}, {len(row.accused):3}"
        )


if __name__ == "__main__":
    main()
