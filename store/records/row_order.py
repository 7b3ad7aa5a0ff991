"""Which rows a list has, and in which order: what is derived from that reads these fields."""

from store.records.documents import on, on_which
from store.records.notice import Notice
from store.records.task import Item, Task

ORDER_OF_ROWS = (on(Task, "item", "order"), on(Item, "order", "notice"), on_which(Notice))
