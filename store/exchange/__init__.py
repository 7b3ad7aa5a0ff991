"""What leaves a list and comes into it by a stick: exchange files, the desks they are from, what they do.

Two clerks keep copies of one list on PCs that never meet. A list is the set of its changes, so that an
exchange file is a part of that set. It may import `store.file` and what lies below.
"""
