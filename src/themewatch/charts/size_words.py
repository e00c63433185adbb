"""How large something is, in words."""

from themewatch.words import _

_KB, _MB, _GB = 1_000, 1_000_000, 1_000_000_000


def size(count: int) -> str:
    """Say how large so many bytes are; what is begun counts as a kilobyte.

    >>> size(12_900_000), size(4_001), size(0), size(75_000_000_000)
    ('12.9 MB', '5 kB', '0 kB', '75.0 GB')
    """
    if count < _MB // 10:
        return _("{n} kB").format(n=-(-count // _KB))
    if count < _GB:
        return _("{n} MB").format(n=f"{count / _MB:.1f}")
    return _("{n} GB").format(n=f"{count / _GB:.1f}")
