"""A served Cairn that is killed again and again while eight people send: run in a process of its own by test_killed.py.

    python -m tests.voices.killing FOLDER PORT ADDRESS …

FOLDER holds the database and everything else; each ADDRESS is one of an opening. Prints what was acknowledged as JSON.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import sys
import time
from multiprocessing import Process, Queue
from socketserver import ThreadingMixIn
from urllib.parse import urlencode
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

KILLS = 12
LET_LIVE = 0.4
"""Seconds between the first answer after a start and the next kill."""
TOKEN = re.compile(r'name="q\.token"\s+value="([^"]+)"')


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


class _Silent(WSGIRequestHandler):
    def log_message(self, *_words):
        pass


def served(port, application):
    """The number of a process of its own that serves; forked, so that a start costs nothing."""
    child = os.fork()
    if child == 0:
        with _Server(("127.0.0.1", port), _Silent) as server:
            server.set_app(application)
            server.serve_forever()
    return child


def killed(child):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def asked(port, verb, path, body=None):
    """Status and page; None where the server is not there, or went away before it had answered."""
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        wire.request(verb, path, body, {"Content-Type": "application/x-www-form-urlencoded"} if body else {})
        answer = wire.getresponse()
        return answer.status, answer.read().decode(), answer.getheader("Location", "")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        wire.close()


def insisting(port, verb, path, body=None):
    while (answer := asked(port, verb, path, body)) is None or answer[0] >= 500:
        time.sleep(0.05)
    return answer


def write(port, name, addresses, told, over):
    """Sends one after another until told to stop; each again and again with the same token until it is acknowledged."""
    number = sent = 0
    while over.empty():
        place = f"/q/{addresses[number % len(addresses)]}/"
        page = insisting(port, "GET", f"{place}?lang=en&by=all")
        if page[0] == 410:  # as many have answered as may
            number += 1
            continue
        mark = name * 1_000_000 + sent
        said = {
            "q.language": "en",
            "q.by": "all",
            "q.token": TOKEN.search(page[1])[1],
            "number": mark,
            "words": "Well",
        }
        answer = insisting(port, "POST", place, urlencode(said))
        told.put((mark, answer[0], answer[2].rpartition("done=")[2]))
        number, sent = number + 1, sent + 1


def main(folder, port, addresses):
    os.environ["CAIRN_DATA_DIR"] = folder
    application = get_wsgi_application()
    assert get_resolver().url_patterns, "read here once, and not after each kill"
    told, over = Queue(), Queue()
    writers = [
        Process(target=write, args=(port, name, addresses[name::8], told, over), daemon=True)
        for name in range(8)
    ]
    for writer in writers:
        writer.start()
    server = served(port, application)
    acknowledged = []
    for _kill in range(KILLS):
        acknowledged.append(told.get(timeout=60))
        time.sleep(LET_LIVE)
        killed(server)
        while not told.empty():
            acknowledged.append(told.get())
        server = served(port, application)
    acknowledged.append(told.get(timeout=60))
    over.put("over")
    while any(writer.is_alive() for writer in writers) or not told.empty():
        while not told.empty():
            acknowledged.append(told.get())
        time.sleep(0.05)
    killed(server)
    sys.stdout.write(json.dumps(acknowledged))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
