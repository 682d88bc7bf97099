"""The one object that the window and the command line talk to: commands in, Change records out."""
