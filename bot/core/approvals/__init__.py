"""Who has to agree to a change, who may, and who has."""
