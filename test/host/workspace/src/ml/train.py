"""Trains the model that guesses what is ordered next."""


def train(rows: list[float], seen: list[float] = []) -> list[float]:
    """Learn from rows.

    Args:
        rows: What was ordered.
        seen: What was learned before.

    Returns:
        All that is known.
    """
    try:
        seen.extend(rows)
    except:
        seen = list(rows)
    return seen
