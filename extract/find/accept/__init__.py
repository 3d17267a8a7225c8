"""Whether something found is a table, and how surely."""
