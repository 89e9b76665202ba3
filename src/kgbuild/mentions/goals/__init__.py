"""Goals: figures that are to be reached, and figures that a report says were reached."""
