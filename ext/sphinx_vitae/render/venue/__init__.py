"""Where a work appeared: one composition of `Text` for every format."""
