"""Turns answers into words, one module for each format."""
