"""Runs one command and prints its wall time, processor time, peak memory and exit code as JSON.

python3 measure.py STDOUT STDERR COMMAND [ARGUMENT ...]

The clock starts just before the command is spawned and stops when it has ended, so this script's own
start is not in it; the memory is the kernel's high-water mark of that one process.
"""

import json
import os
import sys
import time

stdout, stderr, *command = sys.argv[1:]
write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
actions = [
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, stdout, write, 0o600),
    (os.POSIX_SPAWN_OPEN, 2, stderr, write, 0o600),
]
start = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
bytes_per_unit = 1 if sys.platform == "darwin" else 1024
measured = {
    "wall": wall,
    "cpu": usage.ru_utime + usage.ru_stime,
    "peakMiB": usage.ru_maxrss * bytes_per_unit / 2**20,
    "exit": os.waitstatus_to_exitcode(status),
}
print(json.dumps(measured))
