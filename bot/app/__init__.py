"""The use cases, which meet the outside through ports alone."""
