"""Files to text: encodings, web pages, Word documents, workbooks.

It may import `store.refused` and no other room of reading; only the door of reading imports it.
"""
