"""What the clauses of a text hold: counts with their nouns, and who gives, receives and acts.

counts (the record of a count) · clause_ends (where a thought begins and ends) · chinese_units, english_units (the
nouns) · chinese_counts, english_counts (number, measure word, noun) · elided_counts (counts without a noun) ·
appositions (the one that a count of one names) · scopes (whose members are counted) · actors (who acts for a country) ·
verbs, roles (who is named in a sentence, as what) · sides (who gave, who received, whether it is done) · objects (what
is given).
"""
