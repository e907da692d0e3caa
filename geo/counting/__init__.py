"""How counts are written, language by language: `geo.quantities` puts the pieces together.

counts (the record of a count) · clauses (where a thought begins and ends) · units_zh, units_en (the nouns) ·
chinese, english (number, measure word, noun) · elided (counts without a noun) · shares (what each has of an amount) ·
scopes (whose members are counted) · actors (who acts for a country) · verbs, acts (who is named in a sentence, as what) ·
sides (who gave, who received, whether it is done) · objects (what is given) · themes (what it was about) · statements
(figures of one text seen together).
"""
