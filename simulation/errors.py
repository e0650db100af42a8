"""What the simulation cannot do.

Fault
└── SimulationFault    what set-up makes is missing or damaged, or a process does not start
"""

from common.errors import Fault


class SimulationFault(Fault):
    pass
