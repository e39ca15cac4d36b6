"""Answers as GitHub's Markdown, for pull requests, job summaries and docs."""
