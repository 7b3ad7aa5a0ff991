"""What the clerk can do on the screen of a list, a file for each kind of act; the screen joins them."""
