"""nginx before the nodes, as the README says to put one."""

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request

from .machine import free_port, need, search_path


class Front:
    """Spreads requests over the nodes in turn; what one node does not answer because it ends is sent to the other."""

    def __init__(self, run, nodes):
        need(nginx="nginx-light")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        folder = run.folder / "nginx"
        folder.mkdir()
        servers = "\n".join(f"server 127.0.0.1:{node.port} max_fails=0;" for node in nodes)
        (folder / "nginx.conf").write_text(f"""
            {'user root;' if os.geteuid() == 0 else ''} worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log;
            events {{ worker_connections 4096; }}
            http {{
              access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
              fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
              upstream portal {{ least_conn; {servers} keepalive 128; keepalive_timeout 2s; }}
              server {{
                listen 127.0.0.1:{self.port};
                location / {{
                  proxy_pass http://portal; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
                  proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_buffers 16 64k; proxy_buffer_size 64k; proxy_read_timeout 120s; proxy_next_upstream error non_idempotent;
                }}
              }}
            }}""")
        self.process = subprocess.Popen(
            [shutil.which("nginx", path=search_path()), "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"],
            stdin=subprocess.DEVNULL, start_new_session=True)
        run.callback(self.stop)
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{self.url}/health/live", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"nginx does not answer: {(folder / 'error.log').read_text()}")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
