"""Runs commands, so many at once, and says what they took: wall and processor seconds, the largest memory of one.

Reads {"jobs": [{"command": [...], "cwd": "..."}], "together": n} from standard input. A job's processor time is its
own and that of every child it waited for (wait4); its memory is the resident set at its largest, of one process.
"""
import json
import os
import subprocess
import sys
import time

asked = json.load(sys.stdin)
jobs = list(asked["jobs"])
running = {}  # The objects too: subprocess waits for those that nobody holds.
cpu = 0.0
memory = 0
log = open(asked["log"], "wb")
began = time.monotonic()
while jobs or running:
    while jobs and len(running) < asked["together"]:
        job = jobs.pop(0)
        child = subprocess.Popen(job["command"], cwd=job["cwd"], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        running[child.pid] = child
    pid, status, used = os.wait4(-1, 0)
    command = running.pop(pid).args
    cpu += used.ru_utime + used.ru_stime
    memory = max(memory, used.ru_maxrss)
    if status:
        sys.exit(f"{' '.join(command)}: {os.waitstatus_to_exitcode(status)}; see {asked['log']}")
wall = time.monotonic() - began
json.dump({"wall": wall, "cpu": cpu, "memory": memory * 1024}, sys.stdout)
