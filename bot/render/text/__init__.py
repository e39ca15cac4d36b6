"""Answers as text for people: what is said (`page`), and how it is set (`plain`, `screen`)."""
