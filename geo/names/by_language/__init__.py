"""Names in the languages that are read by tables and rules alone: each has one gazetteer, made when it is first met.

A language is what CLDR and ISO 3166 call the countries in it, its reviewed table data/names/<language>.csv, and what it
does with a name, geo/languages/<language>/names.toml: endings, letters, what is written together with a name, and the words
that tell a name from what it also means. Chinese and English have rules of their own beside this room.
"""
