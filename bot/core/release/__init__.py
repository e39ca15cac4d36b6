"""What a release of a contract needs: its version written, its line followed."""
