"""The tests: one file a module, language cases as data, the whole in a real browser."""
