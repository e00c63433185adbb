"""Which addresses are public, however they are written."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.address import host_name, is_public, private_among

PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "203.0.112.255",
    "2606:4700:4700::1111",
    "::ffff:8.8.8.8",
    "::8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
    "2001:0:808:808:0:0:f7f7:f7f7",
]
PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104  named, not bound
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001:db8::1",
    "2001:10::1",
    "2001:20::1",
    "2002:7f00:1::1",
    "2002:a00:1::1",
    "2002:c0a8:101::",
    "2001:0:7f00:1:0:0:f7f7:f7f7",
    "2001:0:808:808:0:0:80ff:fffe",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "",
    "example.com",
    "8.8.8.8.8",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_dialled(address):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_may_not_be_dialled(address):
    assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_as_private_as_alone(address: IPv4Address):
    inside = int(address)
    for prefix in (0xFFFF << 32, 0, 0x64FF9B << 96):
        assert is_public(str(IPv6Address(prefix | inside))) == is_public(str(address))
    if not is_public(str(address)):
        assert not is_public(str(IPv6Address((0x2002 << 112) | (inside << 80))))


@given(st.ip_addresses(v=6))
def test_outside_what_was_handed_out_no_ipv6_address_is_public(address: IPv6Address):
    if is_public(str(address)):
        handed_out = int(address) >> 125 == 1
        stands_for_ipv4 = int(address) >> 32 in (0, 0xFFFF, 0x64FF9B << 64)
        assert handed_out or stands_for_ipv4


def test_one_private_address_among_public_ones_is_found():
    assert private_among(["8.8.8.8", "10.0.0.1", "1.1.1.1"]) == "10.0.0.1"
    assert private_among(["8.8.8.8", "1.1.1.1"]) is None


@pytest.mark.parametrize("host", ["LocalHost", "localhost.", "localhost"])
def test_a_host_is_the_same_in_capitals_and_with_a_dot_at_its_end(host):
    assert host_name(host) == "localhost"
