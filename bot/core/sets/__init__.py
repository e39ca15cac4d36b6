"""The algebra of admissible sets: each module compares an old set of values with a new one."""
