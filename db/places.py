"""What kind of place a file lies on: a local disk, a network folder, a stick. WAL needs shared memory, which only the first has."""
from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

Place = Literal["local", "network", "removable"]

NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "afpfs", "webdav", "davfs", "ncpfs", "glusterfs", "ceph", "lustre",
           "vboxsf", "vmhgfs", "prl_fs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.vmhgfs-fuse",
           "fuse.glusterfs", "fuse.s3fs"}
REMOVABLE = {"vfat", "msdos", "exfat", "fuseblk", "fuse.exfat"}
REMOVABLE_ROOTS = ("/media/", "/run/media/")


def place_of(path: Path) -> Place:
    """The kind of place; "local" where the system does not say."""
    if os.name == "nt":
        return _windows(path)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "local"
    return place_in(os.path.realpath(path), mounts)


def place_in(path: str, mountinfo: str) -> Place:
    """The kind of place of an absolute path by the text of /proc/self/mountinfo."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        left, found, right = line.partition(" - ")
        fields, types = left.split(), right.split()
        if not found or len(fields) < 5 or not types:
            continue
        point = fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, types[0]
    if kind in NETWORK:
        return "network"
    if kind in REMOVABLE or best.startswith(REMOVABLE_ROOTS):
        return "removable"
    return "local"


def _windows(path: Path) -> Place:
    import ctypes

    full = os.path.abspath(path)
    drive = os.path.splitdrive(full)[0]
    if drive.startswith("\\\\"):
        return "network"
    return drive_kind(getattr(ctypes, "windll").kernel32.GetDriveTypeW(drive + "\\"))  # noqa: B009 Windows only


def drive_kind(number: int) -> Place:
    """The kind of place by the number that GetDriveTypeW gives."""
    return {2: "removable", 4: "network"}.get(number, "local")  # type: ignore[return-value]
