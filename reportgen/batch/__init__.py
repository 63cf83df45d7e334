"""Many documents in one run: jobs from a manifest or a pattern, done on any executor.

jobs = plan(["du_lieu/**/bao_cao.yaml"], Path("ket_qua"), [Format.DOCX])
with local_pool(workers=4) as pool:
    for outcome in run_batch(jobs, pool):
        print(outcome.name, outcome.result)
"""

from reportgen.batch.jobs import Job, Outcome, Result
from reportgen.batch.planning import plan
from reportgen.batch.pool import local_pool
from reportgen.batch.running import run_batch
from reportgen.batch.state import State

__all__ = ["Job", "Outcome", "Result", "State", "local_pool", "plan", "run_batch"]
