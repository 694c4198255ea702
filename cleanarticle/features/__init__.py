"""What can be measured of a document's blocks without knowing a word of what they say."""
