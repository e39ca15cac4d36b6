"""Draws lineage: a layout made at build time, and an SVG that needs no script."""
