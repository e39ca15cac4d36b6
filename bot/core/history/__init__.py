"""What Git holds of the contracts, as plain values: commits, files, and how they came to be."""
