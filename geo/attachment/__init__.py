"""Which place a number belongs to: "40 from Ghana", "Ghana (40)", "Ghana: 40", "亚洲28个", "来自加纳的40人".

phrases (a number with its noun) · items (numbers and places of a passage, in order) · links (what ties two of them) ·
pairs (who goes with whom in a passage) · attachments (the numbers of a text with noun and place)
"""
