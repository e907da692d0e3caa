"""What a corpus answers, by topic: each a class of questions, which `Corpus` gathers.

connections (who asks, and what is found of all documents at the first asking) · rows (whole tables) · names · sentences ·
events · figures · checks · documents.
"""
