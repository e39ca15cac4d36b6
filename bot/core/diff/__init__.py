"""Finds what changed between two contracts. Facts only: no change here is good or bad."""
