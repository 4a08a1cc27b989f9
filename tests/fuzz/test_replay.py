"""The fuzzers' targets over a small corpus and what chance makes of it; the long run is ``python tools/fuzz.py``."""

import warnings
from pathlib import Path
from random import Random

import pytest
from tests.fuzz.targets import TARGETS

SEEDS = [line.encode() for line in (Path(__file__).parent / "seeds.txt").read_text(encoding="utf-8").splitlines()]
ROUNDS = 4


def mutated(seed: bytes, draw: Random) -> bytes:
    """Return a seed with a part cut out, doubled, exchanged with that of another seed, or with some bytes replaced."""
    start = draw.randrange(len(seed) + 1)
    end = draw.randrange(start, len(seed) + 1)
    other = draw.choice(SEEDS)
    middle = (b"", seed[start:end] * 2, other, bytes(draw.randrange(256) for _ in range(end - start)))[
        draw.randrange(4)
    ]
    return seed[:start] + middle + seed[end:]


@pytest.mark.parametrize("name", TARGETS)
def test_replay(name: str) -> None:
    """Every seed as it is, then changed by chance."""
    draw = Random(name)  # noqa: S311 (the same inputs on every run)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for seed in SEEDS:
            TARGETS[name](seed)
            for _ in range(ROUNDS):
                TARGETS[name](mutated(seed, draw))
