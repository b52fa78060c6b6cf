"""One build in a process of its own; prints what it cost.

Processor time of the program itself, not time of day: other programs on the machine matter less.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from pathlib import Path
from time import perf_counter

from sphinx.cmd.build import main


def peak() -> float:
    """Megabytes at the peak. Linux counts those of the parent process in ``ru_maxrss``, so it is asked for this one."""
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s*(\d+) kB", status.read_text())):
        return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build(site: str, out: str, *options: str) -> int:
    """Build, and print seconds of processor time, megabytes at the peak, and seconds by the clock."""
    start = perf_counter()
    code = main(["-Q", "-b", "html", *options, site, out])
    elapsed = perf_counter() - start
    used, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([used.ru_utime + children.ru_utime, peak(), elapsed]))
    return code


if __name__ == "__main__":
    sys.exit(build(*sys.argv[1:]))
