"""Packs of invented councils: the script that typesets them and the rows a reader finds in them."""
