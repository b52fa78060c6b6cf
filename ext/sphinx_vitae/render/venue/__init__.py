"""Where a work appeared or an event took place, composed as a single `Text` for all formats."""
