"""Files to text: encodings, web pages, Word documents, workbooks.

It may import `store.words` and `store.refused`; no other room of reading.
"""
