"""The body of an answer, unpacked as it comes and never larger than allowed."""

import zlib
from collections.abc import Iterable, Iterator


class PayloadError(Exception):
    """A body that cannot be taken; says why in a sentence."""


def unpacked(chunks: Iterable[bytes], encoding: str, most: int) -> bytes:
    """Return the body of a stream in this content encoding.

    Raises:
        PayloadError: It is too large, damaged, or in an encoding not asked for.
    """
    parts, size = [], 0
    for part in _decoded(chunks, encoding.strip().lower(), most):
        size += len(part)
        if size > most:
            raise PayloadError(f"The answer is larger than {most // 2**20} MB.")
        parts.append(part)
    return b"".join(parts)


def _decoded(chunks: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        return iter(chunks)
    if encoding in ("gzip", "x-gzip"):
        return _gunzipped(chunks, most)
    raise PayloadError(
        f"The answer is packed with {encoding}, which was not asked for."
    )


def _gunzipped(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yield at most a byte too many of a bomb; the rest is never unpacked."""
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        for chunk in chunks:
            yield unpack.decompress(chunk, most + 1)
    except zlib.error as error:
        raise PayloadError("The answer's gzip is damaged.") from error
    if not unpack.eof:
        raise PayloadError("The answer is cut short.")
