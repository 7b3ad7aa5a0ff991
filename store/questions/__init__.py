"""Questions (待定): what the program must ask and not guess. `asking.questions` lists them; an answer is a change."""
