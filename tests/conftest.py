"""What holds for all tests: Hypothesis asks no clock, and takes the same examples in every run."""

from hypothesis import HealthCheck, settings

# A busy or new machine may take seconds over an example that takes a millisecond at rest.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Red means the change under test. `--hypothesis-profile=search` looks for what no run has seen.
settings.register_profile("same", settings.get_profile("search"), derandomize=True, database=None)
settings.load_profile("same")
