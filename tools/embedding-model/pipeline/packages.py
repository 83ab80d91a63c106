"""Fetches the packages that text is harvested from and lists the files in them. Only Debian's archive and the npm registry are asked.

`sources/debian.tsv` and `sources/npm.tsv` name the packages: name (npm: name@version), kind of text, licence (empty: as the package says)."""

import csv
import hashlib
import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PERMISSIVE = re.compile(r"MIT|Expat|BSD-[0-4]-clause|0BSD|ISC|Zlib|Apache-2\.0|MPL-2\.0|Unicode(?:-3\.0)?|CC0(?:-1\.0)?|CC-BY-[34]\.0", re.I)
_PHRASES = [
    ("GNU Affero General Public", "AGPL"), ("GNU Lesser General Public", "LGPL"), ("GNU Library General Public", "LGPL"),
    ("GNU General Public", "GPL"), ("common-licenses/GPL", "GPL"), ("common-licenses/LGPL", "LGPL"), ("Mozilla Public", "MPL"),
    ("Apache License", "Apache"), ("Permission is hereby granted", "MIT"), ("Redistribution and use in source", "BSD"),
]  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One package: its registry ("deb" or "npm"), name, kind of text and licence (empty where the package itself is asked)."""

    registry: str
    name: str
    kind: str
    licence: str

    @property
    def label(self) -> str:
        """The name without a version, with its registry: how figures and NOTICE call it."""
        return f"{self.registry}:{re.sub(r'(?<=.)@[^@/]+$', '', self.name)}"


def read_sources(folder: Path) -> list[Source]:
    """All packages of `debian.tsv` and `npm.tsv` in this folder."""
    sources = []
    for registry, name in (("deb", "debian.tsv"), ("npm", "npm.tsv")):
        with open(folder / name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                sources.append(Source(registry, row["package"], row["kind"], row["licence"] or ""))
    return sources


def download(sources: list[Source], folder: Path) -> dict[str, str]:
    """Fetches what is not there yet into `folder/debian` and `folder/npm`; returns file name and SHA-256 of each package.

    Raises FileNotFoundError naming the packages that cannot be had."""
    for name in ("debian", "npm"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    wanted = [source for source in sources if not archive_of(source, folder)]
    debian = [source.name for source in wanted if source.registry == "deb"]
    for start in range(0, len(debian), 50):
        names = debian[start : start + 50]
        if not _run(["apt-get", "download", "-q", *names], folder / "debian"):
            # One unknown name makes apt fetch none of them.
            for name in names:
                _run(["apt-get", "download", "-q", name], folder / "debian")
    for source in wanted:
        if source.registry == "npm":
            _run(["npm", "pack", "--silent", "--ignore-scripts", source.name], folder / "npm")
    missing = [source.name for source in sources if not archive_of(source, folder)]
    if missing:
        raise FileNotFoundError(f"not to be had from Debian 12 or the npm registry: {', '.join(missing)}; take them out of sources/ or try again")
    return {source.label: _fingerprint(archive_of(source, folder)) for source in sources}


def archive_of(source: Source, folder: Path) -> Path | None:
    """The downloaded archive of a package, or None."""
    if source.registry == "deb":
        found = sorted((folder / "debian").glob(f"{source.name}_*.deb"))
    else:
        name, version = re.fullmatch(r"@?(.+)@([^@]+)", source.name.replace("/", "-")).groups()
        found = sorted((folder / "npm").glob(f"{name}-{version}.tgz"))
    return found[-1] if found else None


def files_of(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Every regular file of a .deb or .tgz as (path, content)."""
    if archive.suffix == ".deb":
        with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(archive)], stdout=subprocess.PIPE) as process:
            yield from _members(tarfile.open(fileobj=process.stdout, mode="r|"))
    else:
        yield from _members(tarfile.open(archive, mode="r|gz"))


def licence_in(path: str, content: bytes) -> str | None:
    """The licence that this file of a package declares (Debian's copyright file, npm's package.json), or None when it declares none."""
    if re.fullmatch(r"(\./)?usr/share/doc/[^/]+/copyright", path):
        return _debian_licence(content.decode("utf-8", "replace"))
    if re.fullmatch(r"[^/]+/package\.json", path):
        try:
            licence = json.loads(content).get("license")
        except ValueError:
            return None
        return licence.get("type") if isinstance(licence, dict) else licence
    return None


def is_copyleft(licence: str) -> bool:
    """Whether any part of a licence is of the GPL family, share-alike or not known to be permissive (MPL-2.0, which binds files only, counts as permissive)."""
    return not all(_PERMISSIVE.fullmatch(part.strip("() ")) for part in re.split(r" / | OR | AND ", licence))


def _debian_licence(text: str) -> str:
    names = re.findall(r"^License:[ \t]*(\S.*)$", text, re.M)
    if names:
        return " / ".join(sorted({name.strip() for name in names}))
    return " / ".join(sorted({name for phrase, name in _PHRASES if phrase in " ".join(text.split())}))


def _members(archive: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in archive:
        if member.isfile() and member.size < 40_000_000:
            yield member.name, archive.extractfile(member).read()


def _fingerprint(archive: Path) -> str:
    return f"{archive.name} {hashlib.sha256(archive.read_bytes()).hexdigest()}"


def _run(command: list[str], folder: Path) -> bool:
    done = subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        print(f"  {command[0]} failed: {done.stderr.strip()[-300:]}")
    return done.returncode == 0
