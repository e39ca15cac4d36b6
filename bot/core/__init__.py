"""Decides, and does nothing else: no I/O, no clock, no environment, no logging."""
