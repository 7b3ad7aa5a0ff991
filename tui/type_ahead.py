"""TypeAheadApp: keys written in one burst do what they do when typed one by one.

Textual sends each key to whatever has the focus when the key comes out of the app's queue, which may be before an
earlier key has opened its screen or moved the focus.
"""

import asyncio
from collections import deque
from functools import partial
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

ReturnType = TypeVar("ReturnType")

CALM = 3
"""Turns of the event loop without work before a key goes on: a worker that was just started gets its first step."""
BUSY_TURNS = 100
"""Turns looked at without a pause; nearly every key is done within them."""
PAUSE = 0.0025
"""Seconds between two looks after that."""
PATIENCE = 200
"""Looks with a pause before a pump at work is taken to wait for a key itself: looks, as seconds are short on a slow machine."""


class TypeAheadApp(App[ReturnType]):
    """An app that hands on a key or a paste only when all that the one before it set off has been done.

    What no message pump shows is not waited for: a thread, a timer, a worker after its first real wait.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what App takes."""
        super().__init__(*args, **kwargs)
        self._waiting: deque[events.Event] = deque()
        self._released: events.Event | None = None
        self._handing_on: asyncio.Task[None] | None = None
        self._stuck: set[MessagePump] = set()

    async def on_event(self, event: events.Event) -> None:
        """Queue what was typed and not yet sent to a widget; all else takes Textual's way."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded or event is self._released:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if self._handing_on is None or self._handing_on.done():
            self._handing_on = asyncio.create_task(self._hand_on())

    async def _hand_on(self) -> None:
        while self._waiting and await self._calm():
            self._released = self._waiting.popleft()
            self.post_message(self._released)

    async def _calm(self) -> bool:
        """Wait until nothing has been at work for some turns, or what is at work waits for a key; False when the app has ended."""
        calm = turns = 0
        while self._running and calm < CALM:
            busy = self._at_work()
            self._stuck &= busy
            calm = 0 if busy - self._stuck else calm + 1
            turns += 1
            if turns > BUSY_TURNS + PATIENCE:
                # Until these two are done a key would only lie in their queues.
                self._stuck |= busy - {self, self.focused}
            await asyncio.sleep(PAUSE if turns > BUSY_TURNS and not calm else 0)
        return self._running

    def _at_work(self) -> set[MessagePump]:
        busy: set[MessagePump] = {pump for pump in (self, *self._registry) if not _is_parked(pump)}
        for screen in self.screen_stack[-1:]:
            if any(_moves_keys(callback) for callback, _ in screen._callbacks) or _has_no_place_yet(screen):
                busy.add(screen)
        return busy


def _is_parked(pump: MessagePump) -> bool:
    """Whether a pump has nothing to do: its task sleeps on its empty queue, or has ended."""
    ready: asyncio.Event = pump._message_queue.ready_event
    return pump._closed or (not ready.is_set() and bool(ready._waiters))


def _has_no_place_yet(screen: Screen[Any]) -> bool:
    """Whether what has the focus was shown just now, so that it cannot know its size before the next frame."""
    return screen._layout_required and screen.focused is not None and not screen.focused.region


def _moves_keys(callback: Any) -> bool:
    """Whether what waits for the next frame may change where a key goes: not so Textual's own scrolling and refreshing.

    A frame takes up to 16 ms, and the arrow keys of a list must not wait for one each.
    """
    while isinstance(callback, partial):
        callback = callback.func
    if not str(getattr(callback, "__module__", "")).startswith("textual."):
        return True
    name = str(getattr(callback, "__qualname__", ""))
    return "<locals>" not in name and not name.rpartition(".")[2].startswith(("_", "scroll", "refresh", "recompose"))
