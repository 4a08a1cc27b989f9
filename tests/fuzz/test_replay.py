"""The fuzzers' targets over a small corpus and what chance makes of it; the long run is ``python tools/fuzz.py``."""

import warnings
from collections.abc import Sequence
from random import Random

import pytest
from tests.fuzz.shares import SHARES
from tests.fuzz.targets import TARGETS, seeds

ROUNDS = 4
HALF = 0.5


def mutated(seed: bytes, draw: Random, pool: Sequence[bytes]) -> bytes:
    """Return a seed with a part cut out, doubled, exchanged with another seed, or with some bytes replaced.

    Half of the cuts fall between characters, so that Chinese words stay whole.
    """
    start = draw.randrange(len(seed) + 1)
    end = min(draw.randrange(start, len(seed) + 1), start + draw.choice((1, 8, 100, 10_000)))
    if draw.random() < HALF:
        start, end = _between(seed, start), _between(seed, end)
    middle = (
        b"",
        seed[start:end] * 2,
        draw.choice(pool),
        bytes(draw.randrange(256) for _ in range(min(end - start, 40))),
    )[draw.randrange(4)]
    return seed[:start] + middle + seed[end:]


def _between(seed: bytes, place: int) -> int:
    """Return the nearest place before one that lies in no character of UTF-8."""
    return next(
        (
            at
            for at in range(place, max(place - 3, 0), -1)
            if seed[at : at + 1] < b"\x80" or seed[at : at + 1] > b"\xbf"
        ),
        place,
    )


@pytest.mark.parametrize("name", TARGETS)
def test_replay(name: str) -> None:
    """Every seed as it is, then changed by chance."""
    draw, pool = Random(name), seeds(name)  # noqa: S311 (the same inputs on every run)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for seed in pool:
            TARGETS[name](seed)
            for _ in range(ROUNDS):
                TARGETS[name](mutated(seed, draw, pool))


def test_every_target_has_its_share() -> None:
    """The long run forgets none."""
    assert SHARES.keys() == TARGETS.keys()
