"""Answers for machines: JSON with published schemas, SARIF, JUnit, workflow commands."""
