"""Settings of all tests."""

import os

from hypothesis import HealthCheck, settings

# Machines that run tests are shared: how long one example takes says little. Bounds on time have tests of their own.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
# What lands or not must not hang on chance: there the same examples come each time, at a desk new ones.
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")
