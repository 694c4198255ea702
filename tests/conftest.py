"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# Machines that run tests are shared: how long one example takes says little. Bounds on time have tests of their own.
settings.register_profile(
    "default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")
