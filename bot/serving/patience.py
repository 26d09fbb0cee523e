"""A connection of the HTTP server that waits for whoever is at its other end, but not for long.

uvicorn waits for ever for a request to become whole, and for what it sent to be read, and takes as
many connections as come: some thousand silent ones would keep out everybody else.
"""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.serving.said import refused

# How long a request may take to come in as a whole, in seconds.
PATIENCE = 10.0
# How long nothing may be read of what is sent: the system keeps some megabytes, and takes more
# when a third of them is read.
UNREAD_PATIENCE = 60.0
# So many are connected at a time, more than may be waiting for an answer.
MOST_CONNECTED = 300
_NO_REQUEST = "this is no request: in its address other letters than ASCII are percent-encoded"


class Patient(H11Protocol):
    """Closed when nothing whole came in time; where too many are connected, before that.

    Who is being answered is never closed: the one that has been waited for longest gives way.
    """

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._timer: asyncio.TimerHandle | None = None
        self._unread = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait()
        if len(self.connections) > MOST_CONNECTED:
            waiting = [one for one in self.connections if isinstance(one, Patient) and one._timer]
            min(waiting, key=Patient._until)._close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._go_on()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Something came: a whole request is ours to answer."""
        super().handle_events()
        if self._answering and not self.flow.write_paused:
            self._go_on()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request as all else is refused; `msg` says no more than that."""
        told = refused(_NO_REQUEST, 400)
        headers = [*told.raw_headers, (b"connection", b"close")]
        for event in (
            h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
            h11.Data(data=bytes(told.body)),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def on_response_complete(self) -> None:
        """Wait for the next request, which may be there."""
        self._wait()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Wait until some of what was sent is read."""
        super().pause_writing()
        self._wait()

    def resume_writing(self) -> None:
        """It was read."""
        super().resume_writing()
        if self._answering:
            self._go_on()

    @property
    def _answering(self) -> bool:
        cycle = self.cycle
        return cycle is not None and not cycle.more_body and not cycle.response_complete

    def _wait(self) -> None:
        self._go_on()
        self._unread = self.transport.get_write_buffer_size()
        seconds = UNREAD_PATIENCE if self._unread else PATIENCE
        self._timer = self.loop.call_later(seconds, self._give_up)

    def _until(self) -> float:
        return self._timer.when() if self._timer else 0.0

    def _go_on(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _give_up(self) -> None:
        if self.transport.get_write_buffer_size() < self._unread:
            self._wait()  # it reads, if slowly
        else:
            self._close()

    def _close(self) -> None:
        """At once, whatever was not sent yet: `close` would wait for that to be read."""
        self._go_on()
        self.connections.discard(self)
        self.transport.abort()
