"""Input after input, each from its seed and its number, until time is up; and what fails, made small."""

from __future__ import annotations

import random
import re
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

__all__ = ["Check", "Failure", "Finding", "Tally", "dice_of", "failure_of", "reduced", "search"]

#: Looks at an input, and raises what it finds. The number decides what else there is to choose.
Check = Callable[[bytes, int], None]
#: Of processor time. No input is longer than 30 kB.
_SECONDS: Final = 15
_REDUCING_SECONDS: Final = 30
#: In a message, what differs from input to input begins here.
_VALUES: Final = re.compile(r"[='\":]")
_FILES: Final = ("sphinx_vitae", "fuzz", "property")


class TooSlowError(BaseException):
    """An input took too long. Nothing that catches exceptions catches it."""


@dataclass(frozen=True)
class Failure:
    """What an input does wrong.

    :param where: what it was, and the place that raised it: failures of one place are one finding.
    """

    where: str
    trace: str


@dataclass(frozen=True)
class Finding:
    """A failure and the smallest input found for it.

    :param number: of the input, to make it again.
    """

    part: str
    number: int
    failure: Failure
    smallest: str


@dataclass
class Tally:
    """What a part of the search has tried and found."""

    part: str
    tried: int = 0
    findings: list[Finding] = field(default_factory=list)
    again: int = 0
    seconds: float = 0
    notes: list[str] = field(default_factory=list)

    def known(self, failure: Failure) -> bool:
        """Whether this was found before; then it is counted."""
        found = any(finding.failure.where == failure.where for finding in self.findings)
        self.again += found
        return found

    def add(self, number: int, failure: Failure, smallest: str) -> None:
        """Note a finding, and print it at once: a search may be stopped."""
        finding = Finding(self.part, number, failure, smallest)
        self.findings.append(finding)
        print(
            f"\n{self.part}: input {number}: {failure.where}\n{failure.trace}\n  smallest input: {smallest}\n",
            flush=True,
        )


def dice_of(seed: int, part: str, number: int) -> random.Random:
    """What decides everything about one input."""
    return random.Random(f"{seed} {part} {number}")


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise what the processor spends too much time on, where the system can say so."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(signum: int, frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def failure_of(check: Check, content: bytes, number: int, seconds: float = _SECONDS) -> Failure | None:
    """What a check raises on an input."""
    try:
        with _limited(seconds):
            check(content, number)
    except (Exception, TooSlowError) as error:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [
            frame for frame in frames if any(part in _FILES for part in Path(frame.filename).parts)
        ] or frames
        place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}"
        if isinstance(error, TooSlowError):
            place = ""  # it is stopped somewhere
        elif isinstance(error, AssertionError):
            place += (
                f" {_VALUES.split(str(error))[0][:30]}"  # many things are wrong at the place that finds them
            )
        lines = [f"{Path(frame.filename).name}:{frame.lineno}: {frame.line}" for frame in ours[-4:]]
        said = "\n".join(traceback.format_exception_only(error))[:1500].strip()
        return Failure(f"{type(error).__name__}{place}".strip(), "  " + "\n  ".join([*lines, said]))
    return None


def search(
    tally: Tally, check: Check, make: Callable[[random.Random], bytes], seed: int, until: float
) -> None:
    """Try inputs until it is *until* by the monotonic clock."""
    while time.monotonic() < until:
        examine(tally, check, make(dice_of(seed, tally.part, tally.tried)), tally.tried)
        tally.tried += 1


def examine(tally: Tally, check: Check, content: bytes, number: int) -> None:
    """Try one input. What fails at a place where nothing failed before is made small and noted."""
    failure = failure_of(check, content, number)
    if failure and not tally.known(failure):

        def fails(tried: bytes) -> bool:
            found = failure_of(check, tried, number)
            return found is not None and found.where == failure.where

        small = reduced(content, fails)
        tally.add(number, failure_of(check, small, number) or failure, repr(small))


def reduced(content: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """A part of the input that still fails, as small as it gets in a short while: by lines, then by bytes."""
    until = time.monotonic() + _REDUCING_SECONDS
    content = b"".join(_fewer(content.splitlines(keepends=True), fails, until))
    return b"".join(_fewer([content[n : n + 1] for n in range(len(content))], fails, until))


def _fewer(pieces: Sequence[bytes], fails: Callable[[bytes], bool], until: float) -> Sequence[bytes]:
    """Delta debugging: leave out ever smaller runs of pieces, as long as the rest fails."""
    size = len(pieces) // 2
    while size and time.monotonic() < until:
        start, smaller = 0, False
        while start < len(pieces) and time.monotonic() < until:
            rest = [*pieces[:start], *pieces[start + size :]]
            if fails(b"".join(rest)):
                pieces, smaller = rest, True
            else:
                start += size
        if not (smaller and size == 1):
            size //= 2
    return pieces
