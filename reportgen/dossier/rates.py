"""Rates: shares of one that know that they are, so that 13,30% is never printed as 0,13."""

from decimal import Decimal


class Rate(Decimal):
    """A share of one; equal to the Decimal of the same value. Arithmetic gives plain Decimals."""

    __slots__ = ()
