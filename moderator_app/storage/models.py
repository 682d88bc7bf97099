"""Reads the n-gram models that signs name: small JSON files of plain numbers under resources/models."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.ngrams import NgramModel


@lru_cache(maxsize=8)
def load_model(path: Path) -> NgramModel:
    """The model of one file; BadInput `model.missing` or `model.unreadable` names the file."""
    try:
        with path.open(encoding="utf-8") as file:
            found = json.load(file)
        bias = {str(kind): float(points) for kind, points in found["bias"].items()}
        weights = {str(ngram): tuple(map(int, row)) for ngram, row in found["weights"].items()}
        if any(len(row) != len(bias) for row in weights.values()):
            raise ValueError
        return NgramModel(weights=weights, bias=bias)
    except FileNotFoundError as error:
        raise BadInput("model.missing", file=path.name) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput("model.unreadable", file=path.name) from error
