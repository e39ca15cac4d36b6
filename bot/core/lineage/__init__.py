"""Where data comes from and whom it reaches: one directed graph over a registry."""
