"""The program as it is handed over: the wheel, the frozen folder, and the loop run with each of them."""
