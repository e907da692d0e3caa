"""Names in a text to codes: countries and areas, regions and organisations."""
