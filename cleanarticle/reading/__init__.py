"""From a source to a Document: text as it is, or the text and the facts of a page."""
