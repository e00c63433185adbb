"""nginx before several app processes, as deploy/nginx.conf has it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).parents[2]
HOST = "maps.example.org"
ADDRESS = f"https://{HOST}"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
AROUND = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {ours}
}}
"""


@contextmanager
def proxy(folder: Path, port: int, behind: Sequence[int]) -> Iterator[None]:
    """Let nginx listen on a port, with a certificate of its own, before two others."""
    certify(folder)
    user = "" if os.geteuid() else "user root;"  # who else cannot write in the folder
    (folder / "nginx.conf").write_text(
        AROUND.format(user=user, folder=folder, ours=ours(folder, port, behind)),
        encoding="utf-8",
    )
    process = subprocess.Popen([str(NGINX), "-p", folder, "-c", folder / "nginx.conf"])
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def ours(folder: Path, port: int, behind: Sequence[int]) -> str:
    """Return what stands in deploy/nginx.conf, for the ports and files of a test."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for theirs, here in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        (f"/etc/ssl/{HOST}.pem", f"{folder}/certificate.pem"),
        (f"/etc/ssl/private/{HOST}.key", f"{folder}/key.pem"),
        ("127.0.0.1:8501", f"127.0.0.1:{behind[0]}"),
        ("127.0.0.1:8502", f"127.0.0.1:{behind[1]}"),
    ):
        assert theirs in text
        text = text.replace(theirs, here)
    return text


def certify(folder: Path) -> None:
    """Write a key, and a certificate that it signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
    )
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
