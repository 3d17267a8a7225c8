"""Write: the typed rows of packs become files; nothing is left half-written."""

from extract.write.flatten import Record, Records, records
from extract.write.folder import FORMATS, write_folder

__all__ = ["FORMATS", "Record", "Records", "records", "write_folder"]
