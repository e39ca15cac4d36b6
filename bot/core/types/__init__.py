"""How two declared types compare as sets of values: logical words, formats, and SQL types."""
