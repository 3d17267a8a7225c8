"""Many packs: each is read in its own process, kept whole, and combined with the others.

What is known by its content is not read again; what fails becomes a row in `packs` and stops nothing else.
"""

from agendapack.extract.batch.alone import alone
from agendapack.extract.batch.audience import Audience
from agendapack.extract.batch.jobs import Job
from agendapack.extract.batch.limits import Limits
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult, PackRun
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.search import expand

__all__ = ["Audience", "BatchResult", "Job", "Limits", "Options", "PackRun", "alone", "expand", "run_batch"]
