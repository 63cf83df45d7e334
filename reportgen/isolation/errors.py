"""Why work in a process of its own came to no result."""


class IsolationError(Exception):
    """Work in a process of its own came to no result."""


class OutOfTimeError(IsolationError):
    """It ran longer than it may, and was ended."""


class OutOfMemoryError(IsolationError):
    """It wanted more memory than it may have."""


class DiedError(IsolationError):
    """Its process ended without a result; the text tells what is known of it."""
