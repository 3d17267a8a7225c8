"""Write: the typed rows of packs become files; nothing is left half-written."""

from extract.write.flatten import Record, Records, records
from extract.write.folder import FORMATS, write_folder
from extract.write.packed import PackFiles, pack_files

__all__ = ["FORMATS", "PackFiles", "Record", "Records", "pack_files", "records", "write_folder"]
