"""What can go wrong with limits.

Fault
└── TableMissing    no table holds for this month: the software is too old for it
Bug                 a file in `limit_info/tables/` is incomplete
"""

from common.errors import Fault


class TableMissing(Fault):
    """The limits of this month are not known; no other month's may be used instead."""
