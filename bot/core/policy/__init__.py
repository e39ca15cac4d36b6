"""What the repository demands of its contracts."""
