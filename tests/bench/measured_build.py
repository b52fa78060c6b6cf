"""One build in a process of its own; prints what it cost.

Processor time of the program itself, not time of day: other programs on the machine matter less.
"""

from __future__ import annotations

import json
import resource
import sys
from time import perf_counter, process_time
from typing import Any
from unittest.mock import patch

from sphinx.builders import Builder
from sphinx.cmd.build import main


def build(site: str, out: str, *options: str) -> int:
    """Build, and print seconds, the seconds of writing pages, megabytes at the peak, and seconds by the clock."""
    spent: list[float] = []
    write = Builder.write

    def measured_write(*args: Any, **options: Any) -> None:
        start = process_time()
        write(*args, **options)
        spent.append(process_time() - start)

    start = perf_counter()
    with patch.object(Builder, "write", measured_write):
        code = main(["-Q", "-b", "html", *options, site, out])
    elapsed = perf_counter() - start
    used, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([used.ru_utime + children.ru_utime, sum(spent), used.ru_maxrss / 1024, elapsed]))
    return code


if __name__ == "__main__":
    sys.exit(build(*sys.argv[1:]))
