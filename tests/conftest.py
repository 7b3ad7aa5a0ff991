"""What holds for all tests: Hypothesis looks at results, never at a clock."""

import os

from hypothesis import HealthCheck, settings

# A busy or new machine may take seconds over an example that takes a millisecond at rest.
settings.register_profile("yaodian", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples in every run, so that red means the change under test.
settings.register_profile("ci", settings.get_profile("yaodian"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "yaodian")
