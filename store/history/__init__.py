"""What the changes say: undoing, earlier states, finding, prints, the chain of hashes.

It may import `store.records` and what lies below.
"""
