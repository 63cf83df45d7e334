"""Rules about structure and layout (TT): the decree's components and measures."""
