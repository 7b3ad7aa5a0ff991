"""What must be settled about the terminal before textual is imported, and what guards it after."""
