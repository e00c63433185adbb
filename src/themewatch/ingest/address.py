"""Which addresses of the network may be dialled: public ones only."""

from collections.abc import Iterable, Iterator
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

Address = IPv4Address | IPv6Address

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_NOT_PUBLIC = (
    # What `is_global` lets through, in one version of Python or another.
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),  # 6to4 relays, whichever is nearest
    IPv4Network("224.0.0.0/4"),
    IPv4Network("240.0.0.0/4"),
    IPv4Network("168.63.129.16/32"),  # answers inside one vendor's data centres
    IPv6Network("2001::/23"),  # protocol assignments; Teredo is unwrapped before
    IPv6Network("2001:db8::/32"),
    IPv6Network("3fff::/20"),
)


def is_public(address: str) -> bool:
    """Say whether an IP address, and every one it stands for, is public.

    >>> is_public("203.0.112.7"), is_public("::ffff:10.0.0.1")
    (True, False)
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return all(map(_is_public, _unwrapped(parsed)))


def private_among(addresses: Iterable[str]) -> str | None:
    """Return the first address that must not be dialled.

    >>> private_among(["203.0.112.7", "127.0.0.1"])
    '127.0.0.1'
    """
    return next((a for a in addresses if not is_public(a)), None)


def host_name(host: str) -> str:
    """Return a host's name as an allow-list writes it.

    >>> host_name("Intranet.Example.")
    'intranet.example'
    """
    return host.lower().strip("[]").rstrip(".")


def _unwrapped(address: Address) -> Iterator[Address]:
    """Yield the addresses that packets to this one may be sent on to."""
    if isinstance(address, IPv4Address):
        yield address
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    elif address in _COMPATIBLE or address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    elif address.teredo:
        yield from address.teredo
    else:
        yield address
        if address.sixtofour:
            yield address.sixtofour


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    # 2002::/16 stands for the IPv4 address inside, which is vetted beside it.
    is_6to4 = isinstance(address, IPv6Address) and address.sixtofour is not None
    return (address.is_global or is_6to4) and not any(
        address in network
        for network in _NOT_PUBLIC
        if network.version == address.version
    )
