"""Figures as they are read: with a minus sign, which a hyphen is not."""

MINUS = "−"


def signed(amount: float, digits: int = 2) -> str:
    """Return an amount with its sign.

    >>> signed(0.284), signed(-0.2), signed(-0.21, digits=1)
    ('+0.28', '−0.20', '−0.2')
    """
    return f"{amount:+.{digits}f}".replace("-", MINUS)


def figure(value: float, digits: int = 2) -> str:
    """Return a value, with a sign where it lies below nought.

    >>> figure(1.5), figure(-0.05)
    ('1.50', '−0.05')
    """
    return f"{value:.{digits}f}".replace("-", MINUS)
