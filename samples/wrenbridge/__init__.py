"""A borough council's committee pack, half of it scanned."""
