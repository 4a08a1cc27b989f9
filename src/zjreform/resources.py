"""The only reader of bundled bytes.

Files lie in ``zjreform/data``; they are read through ``importlib_resources``, so that a zipped package works, and nothing is cached here.
"""

from importlib_resources import files


def read_bytes(name: str) -> bytes:
    """Return the bytes of a bundled file.

    Args:
        name: File name inside the ``data`` folder, such as ``"units.csv"``.

    Raises:
        FileNotFoundError: There is no such file.

    Example:
        >>> read_bytes("units.csv")[:4]
        b'code'
    """
    data: bytes = files("zjreform").joinpath("data", name).read_bytes()
    return data


def read_text(name: str) -> str:
    """Return a bundled file as text; it must be UTF-8, and line ends stay as they are.

    Example:
        >>> read_text("units.csv").startswith("code")
        True
    """
    return read_bytes(name).decode("utf-8")
