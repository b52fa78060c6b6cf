"""Where a work appeared or an event took place, composed as one `Text` for every format."""
