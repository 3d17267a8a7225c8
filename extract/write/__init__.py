"""Write: the typed rows of packs become files; nothing is left half-written."""

from extract.write.flatten import records
from extract.write.folder import write_folder
from extract.write.names import FORMATS
from extract.write.packed import PackFiles, pack_files
from extract.write.record import Record, Records

__all__ = ["FORMATS", "PackFiles", "Record", "Records", "pack_files", "records", "write_folder"]
