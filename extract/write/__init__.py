"""Write: the typed rows of packs become files; nothing is left half-written."""

from agendapack.extract.write.flatten import records
from agendapack.extract.write.folder import write_folder
from agendapack.extract.write.names import FORMATS
from agendapack.extract.write.packed import PackFiles, pack_files
from agendapack.extract.write.record import Record, Records

__all__ = ["FORMATS", "PackFiles", "Record", "Records", "pack_files", "records", "write_folder"]
