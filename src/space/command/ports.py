"""Is a port free, and does somebody answer there?"""

import errno
import http.client
import socket

from space.command.asking import Trouble


def must_be_free(host: str, port: int, verb: str) -> None:
    """Say before anything is started that the port is taken, and the way out."""
    problem = problem_with(host, port)
    if problem is None:
        return
    if problem in {errno.EACCES, errno.EPERM}:
        raise Trouble(f"Ports below 1024 belong to the system. Take a higher one: ./space {verb} --port 8000")
    if problem != errno.EADDRINUSE:
        raise Trouble(f"This machine has no address {host}.")
    other = next((n for n in range(port + 1, min(port + 100, 65536)) if problem_with(host, n) is None), 8001)
    raise Trouble(f"Port {port} is in use by another program. Take another: ./space {verb} --port {other}")


def problem_with(host: str, port: int) -> int | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.errno
    return None


def answers(host: str, port: int) -> bool:
    """Does a web server answer there, whatever it says?"""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    line = http.client.HTTPConnection(reachable, port, timeout=5)
    try:
        line.request("GET", "/healthz", headers={"Host": f"localhost:{port}"})
        line.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()
    return True
