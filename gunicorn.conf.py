"""How gunicorn serves the product; it reads this file by itself where it is started in this folder.

What its command line says comes before this.
"""

import gc
from typing import Any

preload_app = True
control_socket_disable = True  # nothing here talks to it, and it would stand in somebody's home folder


def when_ready(server: Any) -> None:  # noqa: ARG001  # gunicorn hands it over
    """Before any worker is made of this process: read the modules behind every address, which else the first visitor
    of each worker waits for; and leave all that was read out of the rounds of the garbage collector, for it stays.
    """
    from django.urls import reverse

    reverse("start")
    gc.collect()
    gc.freeze()
