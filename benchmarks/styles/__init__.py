"""Invents tables of councils' papers in the looks that office programs and browsers give them."""
