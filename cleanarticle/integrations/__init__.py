"""Adapters for frameworks. Each is a module of its own that loads its framework when used, and only calls Cleaner."""
