"""How long each element has been deprecated, as Git proves it, and when it may go."""
