"""What makes the weights and the dates, and what measures the library. Users never run it."""
