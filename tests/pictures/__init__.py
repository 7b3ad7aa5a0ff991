"""The pictures of README and docs, by `make pictures`: printed sheets, and screens of the program."""
