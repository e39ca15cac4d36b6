"""Lineage and impact, a module for each format."""
