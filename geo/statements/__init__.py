"""What a document states: quantities, breakdowns, lists, tables, events, and the checks they are put to.

quantities (every number stated), with themes (what it is about), likewise and agreement (figures of one text
seen together) · breakdowns (parts and their total) · name_lists · tabulations (tables inside documents) · events (what
happened) · checks and running_totals (whether what is stated agrees).
"""
