"""Tables that go on at the top of the next page, where alone they show fewer columns than they have."""
