"""``sphinx-vitae new``: creates the files of a new site from a few answers and a bibliography."""

from .answers import HOSTS, Answers, ScaffoldError, checked_languages, checked_name
from .folder import check_folder, write_folder
from .installation import Installation, installed
from .moving import moved_site
from .overview import Overview, overview
from .site import RECORD, Site, machinery, plan
from .upgrade import differences

__all__ = [
    "HOSTS",
    "RECORD",
    "Answers",
    "Installation",
    "Overview",
    "ScaffoldError",
    "Site",
    "check_folder",
    "checked_languages",
    "checked_name",
    "differences",
    "installed",
    "machinery",
    "moved_site",
    "overview",
    "plan",
    "write_folder",
]
