"""One build in a process of its own; prints what it cost.

Processor time of the program itself, not time of day: other programs on the machine matter less.
"""

from __future__ import annotations

import json
import resource
import sys
from time import process_time
from typing import Any
from unittest.mock import patch

from sphinx.builders import Builder
from sphinx.cmd.build import main


def build(site: str, out: str) -> int:
    """Build, and print seconds, the seconds of writing pages, and megabytes at the peak."""
    spent: list[float] = []
    write = Builder.write

    def measured_write(*args: Any, **options: Any) -> None:
        start = process_time()
        write(*args, **options)
        spent.append(process_time() - start)

    with patch.object(Builder, "write", measured_write):
        code = main(["-Q", "-b", "html", site, out])
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps([used.ru_utime, sum(spent), used.ru_maxrss / 1024]))
    return code


if __name__ == "__main__":
    sys.exit(build(*sys.argv[1:]))
