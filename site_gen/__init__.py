"""The portal: a static site made from contracts and their history."""
