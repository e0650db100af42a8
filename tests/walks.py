"""How long random walks are: short ones in CI, long ones with `make prove NAME=walks`."""

from hypothesis import settings

PROFILE = "walks"
_TIMES_AS_MANY = 100


def walk_settings(walks: int, steps: int) -> settings:
    """So many in CI, the same ones each time; a proof walks elsewhere each time, and longer."""
    if settings.get_current_profile_name() == PROFILE:
        return settings(max_examples=walks * _TIMES_AS_MANY, stateful_step_count=steps)
    return settings(max_examples=walks, stateful_step_count=steps, derandomize=True)
