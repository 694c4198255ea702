"""Phrases of the web as data: what residue says, by language and kind, and the matcher that finds it."""
