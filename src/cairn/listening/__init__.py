"""What becomes of what people said: figures, themes, points with an answer told back, serious matters with a clock."""
