"""The AidAtlas dashboard and its command."""
