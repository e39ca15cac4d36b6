"""What a datum is under a contract, and the search for one that shows a break."""
