"""How much of a packed file is unpacked: a package is somebody else's data, and a small file can unpack to any size."""

import gzip
import io

MOST_BYTES = 40_000_000


def decompressed(content: bytes) -> bytes:
    """The content of a gzip file. Raises ValueError when it is larger than MOST_BYTES."""
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
        unpacked = file.read(MOST_BYTES + 1)
    if len(unpacked) > MOST_BYTES:
        raise ValueError(f"unpacks to more than {MOST_BYTES} bytes")
    return unpacked
