"""Each module here touches one thing outside: YAML, schemas, Git, settings, the clock."""
