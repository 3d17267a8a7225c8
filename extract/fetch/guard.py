"""Fetch: no address leads into the network of the machine that asks, whatever a server or a name says."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from agendapack.extract.fetch.deadline import Deadline

Address = IPv4Address | IPv6Address

_CARRY_IPV4 = (ip_network("64:ff9b::/96"), ip_network("::/96"), ip_network("::ffff:0:0:0/96"))
"""The last four bytes are an IPv4 address that a gateway, or this machine, asks instead."""
_OF_A_SITE = (ip_network("64:ff9b:1::/48"), ip_network("fec0::/10"))
"""Private, which not every version of Python knows."""


class AddressRefused(httpx.TransportError):
    """An address that is not of the public internet."""


def is_public(said: str) -> bool:
    """Whether an address is one of the public internet."""
    address: Address = ip_address(said.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if not inner and any(address in network for network in _CARRY_IPV4):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
        if any(address in network for network in _OF_A_SITE):
            return False
    return address.is_global and not address.is_multicast


class GuardedTransport(httpx.BaseTransport):
    """Looks a host up once, and connects to what was looked at: a second look could give another answer."""

    def __init__(self, seconds: float, *, allow_private: bool = False) -> None:
        """Take the seconds in which the head of an answer is to come."""
        self._allow_private, self._deadline = allow_private, Deadline(seconds)
        self._inner = httpx.HTTPTransport(
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1), trust_env=False
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to an address of its host that may be asked."""
        if request.url.scheme not in ("http", "https"):
            raise httpx.UnsupportedProtocol(f"{request.url.scheme} is no protocol of the web")
        host = request.url.host
        address = self._address(host, request.url.port or (443 if request.url.scheme == "https" else 80))
        # another request: where this one leads to is told from its own address
        asked = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,  # with the name of the host
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host, "trace": self._deadline.trace},
        )
        with self._deadline.holds():
            return self._inner.handle_request(asked)

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def _address(self, host: str, port: int) -> str:
        try:
            found = [str(told[4][0]) for told in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(f"{host} cannot be found ({error})") from error
        if not self._allow_private and not all(map(is_public, found)):
            raise AddressRefused(f"{host} is in a private network; --allow-private allows it")
        return found[0]
