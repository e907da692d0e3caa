"""What each language knows, as data: one folder a language, one TOML file a subject, read by `packs`."""
