"""Files to text, with the rows of their tables as cells: encodings, web pages, documents, workbooks, PDF.

It may import `grid_rows`, `store.words` and `store.refused`, and no other room of reading; only the door of
reading imports it.
"""
