"""The best set of the tables that the finders propose for a page."""
