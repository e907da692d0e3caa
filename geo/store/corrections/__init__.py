"""Corrections of what was read: records, their file, and how they are laid over the tables of a corpus.

records (one correction, checked when it is made) · files (a CSV of them) · changes (what they do to the names, figures
and events of a document) · rows (a document's rows, made again with its corrections) · acts (events joined and parted).
"""
