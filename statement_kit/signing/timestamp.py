"""A time-stamping authority on the network (RFC 3161), asked when a signature is to prove its time."""

from __future__ import annotations

from http.client import HTTPException
from urllib.request import Request, urlopen

from asn1crypto.tsp import TimeStampReq, TimeStampResp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

from statement_kit.signing.opening import refuse

_TIMEOUT_S = 30
_MOST_BYTES = 1_000_000


class Authority(TimeStamper):
    """Who confirms that something was there at a time."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        if not url.startswith(("http://", "https://")):
            refuse("sign/no-timestamp", f"“{url}” is no address of the web.", "It begins with https:// or http://.")
        self._url = url

    async def async_request_tsa_response(self, req: TimeStampReq) -> TimeStampResp:
        """The authority's answer to a request.

        Raises:
            OSError: It cannot be reached.
            TimestampRequestError: What it answers is no timestamp.
        """
        request = Request(  # noqa: S310 - the scheme was checked
            self._url, req.dump(), {"Content-Type": "application/timestamp-query"}
        )
        try:
            with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - likewise
                return TimeStampResp.load(answer.read(_MOST_BYTES), strict=True)
        except (ValueError, TypeError, HTTPException) as error:
            raise TimestampRequestError("no timestamp in the answer") from error
