"""What the clauses of a text hold: who gives, receives and acts, and whose members are counted.

counts (the record of a count) · clause_ends (where a thought begins and ends) · appositions (the one that a count of
one names) · scopes (whose members are counted) · actors (who acts for a country) · verbs, roles (who is named in a
sentence, as what) · sides (who gave, who received, whether it is done) · objects (what is given) · tagging (the parts
of speech).
"""
