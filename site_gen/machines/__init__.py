"""What the portal holds for machines: a JSON API, feeds, calendars, badges, an index for models."""
