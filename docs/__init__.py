"""The documentation, and what keeps it true: its tables are generated, its examples are run."""
