"""Judges a document against the standard that it declares, and tells each fault in words."""
