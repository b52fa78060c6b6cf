"""``python -m sphinx_vitae``."""

import sys

from sphinx_vitae.cli import main

sys.exit(main())
