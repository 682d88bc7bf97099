"""The program under a Windows Python, where no Windows is at hand: see __main__."""
