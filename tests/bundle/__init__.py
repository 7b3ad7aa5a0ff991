"""Tests of the one file: its starter on small bundles, and the real one without network."""
