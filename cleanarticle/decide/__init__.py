"""From findings to removals: weigh, let guards veto, settle what goes."""
