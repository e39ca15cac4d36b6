"""The use cases on a host of pull requests, in its words alone; an adapter brings it about."""
