"""What can go wrong with limits.

LimitInfoError
├── the world's fault
│   └── TableMissing       no table holds for this month: the software is too old for it
└── our bug
    └── TableMalformed     a file in `limit_info/tables/` is incomplete
"""


class LimitInfoError(Exception):
    """Base of all errors of this package."""


class TableMissing(LimitInfoError):
    """The limits of this month are not known; no other month's may be used instead."""


class TableMalformed(LimitInfoError):
    """Bug: a table lacks a category or a figure."""
