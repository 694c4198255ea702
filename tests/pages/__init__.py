"""Invented pages in the markup of many systems: what comes of each is compared with what a careful editor keeps."""
