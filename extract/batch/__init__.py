"""Many packs: each is read in its own process, kept whole, and combined with the others.

What is known by its content is not read again; what fails becomes a row in `packs` and stops nothing else.
"""
