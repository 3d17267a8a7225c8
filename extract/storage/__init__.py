"""Storage: packs and results that lie at addresses (`s3://`, `az://`, `gs://`), through fsspec.

A run always works in folders of this machine. What lies elsewhere is brought there first, only what is new,
and results are published from there, whole or not at all.
"""
