"""What Heard exchanges with other systems. Pure Python: nothing here knows Django or a database."""
