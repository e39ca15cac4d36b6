"""The parts of the YAML reader: bytes to text, events to nodes, and what to say when they fail."""
