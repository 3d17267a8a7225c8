"""Fetch: no address leads into the network of the machine that asks, whatever a server or a name says."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpx

Address = IPv4Address | IPv6Address


class AddressRefused(httpx.TransportError):
    """An address that is not of the public internet."""


def is_public(said: str) -> bool:
    """Whether an address is one of the public internet."""
    address: Address = ip_address(said.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if inner:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


class GuardedTransport(httpx.BaseTransport):
    """Looks a host up once, and connects to what was looked at: a second look could give another answer."""

    def __init__(self, *, allow_private: bool = False) -> None:
        self._allow_private = allow_private
        self._inner = httpx.HTTPTransport(
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1), trust_env=False
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to an address of its host that may be asked."""
        if request.url.scheme not in ("http", "https"):
            raise httpx.UnsupportedProtocol(f"{request.url.scheme} is no protocol of the web")
        host = request.url.host
        address = self._address(host, request.url.port or (443 if request.url.scheme == "https" else 80))
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)  # the header Host keeps the name
        return self._inner.handle_request(request)

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
