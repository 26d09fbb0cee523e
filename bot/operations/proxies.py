"""Whether a proxy that the environment names can be used at all."""

import httpx

UNUSABLE = (
    "the proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY cannot be used:"
    " write it as http://host:port or socks5://host:port"
)


def proxy_trouble() -> str:
    """Why no connection could even be begun, and what to do; "" where one can.

    Not in the words of what refuses it, which may hold the proxy's password.
    """
    try:
        httpx.Client().close()
    except (httpx.InvalidURL, ValueError):
        return UNUSABLE
    except ImportError:
        return "for a SOCKS proxy socksio is needed: install what locks/run.txt names again"
    return ""
