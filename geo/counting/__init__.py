"""How counts are written, language by language: `geo.quantities` puts the pieces together.

counts (the record of a count) · clauses (where a thought begins and ends) · units_zh, units_en (the nouns) ·
chinese, english (number, measure word, noun) · elided (counts without a noun) · scopes (whose members are counted) ·
sides (who gave, who received, whether it is done) · themes (what it was about).
"""
