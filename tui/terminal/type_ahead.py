"""Keys that come faster than the program answers: each finds the screen that the one before it left."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from time import monotonic, thread_time
from typing import Any, TypeAlias
from weakref import WeakSet

from textual._queue import Queue
from textual.app import App, ReturnType
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from tui.terminal.at_work import HasWork, StopsWork, Work
from tui.terminal.full_width_keys import FullWidthKeys

TURNS = 100  # A node that always posts itself another message must not hold the keys.
CHEAP_TURNS = 40  # Some twenty follow from a key; asking the nodes to call back costs ten times as much.
DRAWN = 3  # What is drawn may lead to more, but not for ever.
SLICE_SECONDS, IDLE_SLICES, SLICES = (
    0.1,
    10,
    40,
)  # A second of waiting, or four in which the program was at work.
MANY, UNDRAWN_SECONDS = 4, 0.1  # Drawing takes longer than what a held key does, so it is done less often.
HELD_KEYS = frozenset({"up", "down", "left", "right", "backspace", "delete"})

Typed: TypeAlias = Key | Paste
Busy: TypeAlias = MessagePump | Work
"""What may still be at work when a key comes: a node with messages, or the acts of a screen."""


class TypeAhead(FullWidthKeys[ReturnType]):
    """An app in which keys written at once do what they do when typed one by one.

    Textual 8.2.8 sends them all to the widget that has the focus when they arrive.
    """

    @cached_property
    def _typed(self) -> "_Line":
        return _Line(self, super().on_event)

    async def rest(self) -> None:
        """Return when every key that came was handed on, and what it began is done."""
        await self._typed.rest()

    @property
    def keys_wait(self) -> bool:
        """Whether keys came that were not handed on yet: what one does that the next undoes can be left."""
        return self._typed.is_waiting

    async def on_event(self, event: Event) -> None:
        """Put keys and pastes in line and let all else through."""
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            self._typed.add(event)
        else:
            await super().on_event(event)


class _Line:
    """The keys that wait, and the task that hands each on when the app is at rest."""

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """The app, and how it forwards a key."""
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Typed] = deque()
        self._task: asyncio.Task[None] | None = None
        self._last: Typed | None = None
        self._place: tuple[Screen[Any], Widget | None] | None = None
        self._late: WeakSet[Busy] = WeakSet()
        self._undrawn_since: float | None = None

    async def rest(self) -> None:
        """Return when the line is empty and the app at rest."""
        await self._rest()
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])
            await self._rest()

    @property
    def is_waiting(self) -> bool:
        """Whether the line is not empty."""
        return bool(self._waiting)

    def add(self, event: Typed) -> None:
        """Put an event at the end of the line; Esc that stops long work passes it, and empties it."""
        top = self._app.screen_stack[-1] if self._app.screen_stack else None
        if isinstance(event, Key) and event.key == "escape" and isinstance(top, StopsWork):
            self._waiting.clear()
            top.action_stop()
            return
        self._waiting.append(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._hand_on_all(), name="type-ahead")

    async def _hand_on_all(self) -> None:
        try:
            while self._waiting:
                await self._rest()
                if not self._waiting:  # Esc stopped what they waited for.
                    break
                if self._undrawn_since is None and self._runs():
                    self._undrawn_since = monotonic()
                    self._app._begin_batch()
                event = self._last = self._waiting.popleft()
                # In the app's own task, where Textual runs it: actions may await, and errors are shown.
                if self._app._exit or not self._app.call_later(self._hand_on, event):
                    self._waiting.clear()
        finally:
            self._draw_again()

    async def _rest(self) -> None:
        """Return when no node has a message left and no act is at work, or when it has taken too long."""
        drawn = 0
        quiet = False
        nodes = self._nodes()
        for turn in range(TURNS):
            busy = self._busy(nodes)
            if busy and turn >= CHEAP_TURNS:
                await self._answers({node: _call_of(node) for node in busy})
            elif busy or not quiet:
                await asyncio.sleep(0)  # Once more when all seem at rest: a handler may have started a task.
            elif drawn < DRAWN and (screen := self._to_be_drawn()) is not None:
                drawn += 1
                self._draw_again()
                await self._answers({screen: screen.call_after_refresh})
            else:
                return
            quiet = not busy
            if quiet:
                nodes = self._nodes()

    def _busy(self, nodes: list[Busy]) -> list[Busy]:
        """Return those that are at work and have not taken too long."""
        return [node for node in nodes if not (_is_at_rest(node) or node in self._late)]

    def _nodes(self) -> list[Busy]:
        """Return the app, and all that is on its screens and at work on them, those beneath too."""
        screens = self._app.screen_stack
        acts = [one.work for one in (self._app, *screens) if isinstance(one, HasWork)]
        widgets: list[Widget] = [*screens]
        for widget in widgets:
            widgets.extend(widget.children)
        return [self._app, *acts, *widgets]

    async def _answers(self, calls: Mapping[Busy, Callable[..., bool]]) -> None:
        """Wait until each has called back; who does not is not waited for again until it has."""
        all_answered = asyncio.get_running_loop().create_future()
        left: set[Busy] = set()

        def answer(node: Busy) -> None:
            left.discard(node)
            self._late.discard(node)
            if not left and not all_answered.done():
                all_answered.set_result(None)

        left.update([node for node, call in calls.items() if call(answer, node)])
        idle = 0
        for _ in range(SLICES if left else 0):
            worked = thread_time()
            if (await asyncio.wait([all_answered], timeout=SLICE_SECONDS))[0]:
                return
            # An act may wait for a thread that reads a file: that is work too, and has all the time there is.
            acts = any(isinstance(node, Work) for node in left)
            idle += not acts and thread_time() - worked < SLICE_SECONDS / 20
            if idle == IDLE_SLICES:
                break
        self._late.update(left)

    def _to_be_drawn(self) -> Screen[Any] | None:
        """Return the screen where the next key needs its layout: the focus is new, or more is to follow.

        Held keys and running text do not wait for it: a frame for each would make them slow.
        """
        if not self._app.screen_stack:
            return None
        screen = self._app.screen_stack[-1]
        before, self._place = self._place, (screen, screen.focused)
        if self._undrawn_since is None:
            due = bool(screen._layout_required or screen._callbacks) and not self._goes_on()
        else:
            due = not self._runs() or monotonic() - self._undrawn_since > UNDRAWN_SECONDS
        return screen if screen not in self._late and (due or before != self._place) else None

    def _draw_again(self) -> None:
        if self._undrawn_since is not None:
            self._undrawn_since = None
            self._app._end_batch()

    def _runs(self) -> bool:
        return len(self._waiting) > MANY and self._goes_on()

    def _goes_on(self) -> bool:
        """Whether the next key only goes on with what the last began: held down, or more text for a field."""
        if not self._waiting:
            return False
        last, key = self._last, self._waiting[0]
        focused = self._place[1] if self._place else None
        if not isinstance(last, Key) or not isinstance(key, Key) or focused is None:
            return False
        if last.key in HELD_KEYS and key.key in HELD_KEYS:
            return True
        return focused.check_consume_key(last.key, last.character) and focused.check_consume_key(
            key.key, key.character
        )


def _call_of(node: Busy) -> Callable[..., bool]:
    """Return what calls back when the node has done what it has to do now."""
    return node.call_at_rest if isinstance(node, Work) else node.call_later


def _is_at_rest(node: Busy) -> bool:
    """Whether the node has no message, no handler running, and waits for the next."""
    if isinstance(node, Work):
        return node.is_at_rest
    queue: Queue[Message | None] = node._message_queue
    if queue.ready_event._waiters and not queue.values:
        return True
    return node._closing or node._closed or (node._task is None and not node._running)
