"""GitHub: reads pull requests as values, and brings what it shows to a wanted state."""
