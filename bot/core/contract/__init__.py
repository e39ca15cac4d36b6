"""What a contract is: YAML nodes with their places, and the typed model built from them."""
