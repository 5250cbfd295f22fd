# Runs the lines of Python that come in, in a folder with a made-up file of key figures such as Statistics Netherlands has: codes with spaces behind them, more
# areas than ours, another year. Prints what came of it: our area, our figure, their figure.
import os
import sys
import tempfile

lines = sys.stdin.read()
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("kerncijfers.csv", "w", encoding="utf-8") as file:
        file.write("code,year,inhabitants\nWK000101  ,2022,5250\nWK000102  ,2022,3750\nWK000102  ,2019,1\nWK000103  ,2022,7\n")
    found = {}
    exec(compile(lines, "snippet", "exec"), found)
    for ours, theirs in found["joined"]:
        print(ours["area"], float(ours["value"]), theirs["inhabitants"])
    os.chdir("/")
