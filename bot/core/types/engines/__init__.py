"""The type names of each SQL engine, one engine a module, from the engines' own manuals."""
