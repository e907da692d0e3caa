"""Maps on a page: clicks, options, legends, proportions, and the maps of the pages *World* and *Timeline*."""
