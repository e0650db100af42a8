"""The service's database: persons, challenges, sessions, calls, consents, revocations.

SQLite in a file by default; PostgreSQL where several server processes share the work. All state
is here and none in the processes, so that any of them may answer any call.
"""

import secrets
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Table,
    TypeDecorator,
    bindparam,
    create_engine,
    delete,
    event,
    func,
    inspect,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry

from common.certificate_dates import CertificateStanding
from common.decisions import Decisions, from_list, to_list
from qualification.port import IdentityMethod, LedgerHead
from simulation.errors import SimulationFault

CHALLENGE_LASTS = timedelta(minutes=5)
"""Taken when the card arrives; a slow patient types the PIN two or three minutes later."""

SESSION_LASTS = timedelta(minutes=15)
"""From proof of identity to the last consent, for somebody who reads every word."""

REPORT_WITHIN = timedelta(hours=24)
"""A consent lasts so long (sources: domain 3.2); until then a kiosk that was cut off may
report it."""

_CONNECTIONS = 4
"""To PostgreSQL, for each server process: one for each thread, and the authority's."""

_SWEEP_EVERY = timedelta(minutes=1)
_ROWS_AT_ONCE = 1000

_BEGIN = "uketsuke_begin"
"""Execution option: how a transaction of SQLite begins; empty: not at all."""


class _UtcDateTime(TypeDecorator[datetime]):
    """SQLite forgets the zone of a time; here every time is UTC and aware."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    type_annotation_map = {datetime: _UtcDateTime}  # noqa: RUF012 - SQLAlchemy reads it so.


class PersonRow(Base):
    """An insured person, with the card that proves them."""

    __tablename__ = "person"

    key: Mapped[str] = mapped_column(primary_key=True)
    certificate_id: Mapped[str] = mapped_column(unique=True)  # issuer and serial number
    face_key_sha256: Mapped[str]
    registered: Mapped[bool]
    entry: Mapped[str]  # `registry.Entry` as JSON


class ChallengeRow(Base):
    __tablename__ = "challenge"

    challenge_id: Mapped[str] = mapped_column(primary_key=True)
    nonce: Mapped[bytes]
    client: Mapped[str]  # fingerprint of the client certificate
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SessionRow(Base):
    """An authenticated person at one kiosk."""

    __tablename__ = "session"

    session_id: Mapped[str] = mapped_column(primary_key=True)
    client: Mapped[str]
    person_key: Mapped[str]
    method: Mapped[IdentityMethod]
    standing: Mapped[CertificateStanding]
    registered: Mapped[bool]
    may_register: Mapped[bool]
    expires_at: Mapped[datetime]
    reported_until: Mapped[datetime] = mapped_column(index=True)


class CallRow(Base):
    """A call that changes something or is counted; its key makes it one, however often it comes."""

    __tablename__ = "call"

    client: Mapped[str] = mapped_column(primary_key=True)
    call_key: Mapped[str] = mapped_column(primary_key=True)
    request_sha256: Mapped[str]
    called_at: Mapped[datetime] = mapped_column(index=True)


class ConsentRow(Base):
    """What was reported for one session; a report that comes again replaces the first."""

    __tablename__ = "consent"

    session_id: Mapped[str] = mapped_column(primary_key=True)
    person_key: Mapped[str]
    facility_code: Mapped[str]
    decisions: Mapped[list[dict[str, str]]] = mapped_column(JSON)  # as they came
    reported_at: Mapped[datetime]
    """By the service's own clock, when they came first: the kiosk's may be years wrong."""


class ReferenceNumberRow(Base):
    """照会番号: the number under which a facility knows who has a qualification."""

    __tablename__ = "reference_number"

    facility_code: Mapped[str] = mapped_column(primary_key=True)
    confirmation_key: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str]


class LedgerHeadRow(Base):
    """How far a kiosk's consent ledger had come; by the kiosk's name, whatever its certificate."""

    __tablename__ = "ledger_head"

    facility_code: Mapped[str] = mapped_column(primary_key=True)
    kiosk_id: Mapped[str] = mapped_column(primary_key=True)
    ledger_id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    signed: Mapped[str]


class RevocationRow(Base):
    """What the JPKI-TEST authority knows of one certificate that is not good."""

    __tablename__ = "revocation"

    certificate_id: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]  # RFC 5280: "certificateHold" can be taken back
    since: Mapped[datetime]


@dataclass(frozen=True)
class IssuedChallenge:
    challenge_id: str
    nonce: bytes
    expires_at: datetime


@dataclass(frozen=True)
class Person:
    key: str
    face_key_sha256: str
    registered: bool
    entry: str


@dataclass(frozen=True)
class Session:
    session_id: str
    person_key: str
    standing: CertificateStanding
    registered: bool
    may_register: bool
    expires_at: datetime
    entry: str  # of its person


def _table(row: type[Base]) -> Table:
    table = row.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker.
    return table


class _Statements:
    """Built once for each kind of database: to build one takes longer than to run it."""

    def __init__(self, dialect: str) -> None:
        insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
        self.use_challenge = (
            delete(ChallengeRow)
            .where(
                ChallengeRow.challenge_id == bindparam("challenge_id"),
                ChallengeRow.client == bindparam("client"),
            )
            .returning(ChallengeRow.nonce, ChallengeRow.expires_at)
        )
        self.person_by_certificate = select(
            PersonRow.key, PersonRow.face_key_sha256, PersonRow.registered, PersonRow.entry
        ).where(PersonRow.certificate_id == bindparam("certificate_id"))
        self.session = (
            select(
                SessionRow.session_id,
                SessionRow.person_key,
                SessionRow.standing,
                SessionRow.registered,
                SessionRow.may_register,
                SessionRow.expires_at,
                PersonRow.entry,
            )
            .join(PersonRow, PersonRow.key == SessionRow.person_key)
            .where(
                SessionRow.session_id == bindparam("session_id"),
                SessionRow.client == bindparam("client"),
                SessionRow.reported_until > bindparam("now"),
            )
        )
        self.first_call = insert(CallRow).on_conflict_do_nothing().returning(CallRow.called_at)
        self.known_call = select(CallRow.request_sha256, CallRow.called_at).where(
            CallRow.client == bindparam("client"), CallRow.call_key == bindparam("call_key")
        )
        consent = insert(ConsentRow)
        self.record_consent = consent.on_conflict_do_update(
            index_elements=["session_id"],
            set_={
                column.name: consent.excluded[column.name]
                for column in _table(ConsentRow).columns
                if not column.primary_key
            },
        )
        reference_number = insert(ReferenceNumberRow)
        self.set_reference_number = reference_number.on_conflict_do_update(
            index_elements=["facility_code", "confirmation_key"],
            set_={"number": reference_number.excluded.number},
        )
        self.reference_numbers = select(
            ReferenceNumberRow.confirmation_key, ReferenceNumberRow.number
        ).where(
            ReferenceNumberRow.facility_code == bindparam("facility_code"),
            ReferenceNumberRow.confirmation_key.in_(bindparam("keys", expanding=True)),
        )
        head = insert(LedgerHeadRow)
        self.keep_ledger_head = head.on_conflict_do_update(
            index_elements=["facility_code", "kiosk_id", "ledger_id"],
            set_={"sequence": head.excluded.sequence, "signed": head.excluded.signed},
            where=LedgerHeadRow.sequence < head.excluded.sequence,
        ).returning(LedgerHeadRow.sequence)
        revocation = insert(RevocationRow)
        self.set_revoked = revocation.on_conflict_do_update(
            index_elements=["certificate_id"],
            set_={"reason": revocation.excluded.reason, "since": revocation.excluded.since},
        )


class Transaction:
    """What can be done in one; all of it happens, or nothing."""

    def __init__(self, connection: Connection, statements: _Statements) -> None:
        self._connection = connection
        self._statements = statements

    def issue_challenge(self, client: str, now: datetime) -> IssuedChallenge:
        issued = IssuedChallenge(
            secrets.token_urlsafe(18), secrets.token_bytes(32), now + CHALLENGE_LASTS
        )
        self._connection.execute(
            _table(ChallengeRow).insert(),
            {
                "challenge_id": issued.challenge_id,
                "nonce": issued.nonce,
                "client": client,
                "expires_at": issued.expires_at,
            },
        )
        return issued

    def use_challenge(self, challenge_id: str, client: str, now: datetime) -> bytes | None:
        """The nonce, once; None when it was used, has expired or is another client's."""
        used = self._connection.execute(
            self._statements.use_challenge, {"challenge_id": challenge_id, "client": client}
        ).one_or_none()
        return used.nonce if used is not None and now < used.expires_at else None

    def person_by_certificate(self, certificate_id: str) -> Person | None:
        row = self._connection.execute(
            self._statements.person_by_certificate, {"certificate_id": certificate_id}
        ).one_or_none()
        return None if row is None else Person(*row)

    def certificate_id(self, person_key: str) -> str | None:
        return self._connection.execute(
            select(PersonRow.certificate_id).where(PersonRow.key == person_key)
        ).scalar_one_or_none()

    def start_session(self, **values: object) -> None:
        self._connection.execute(_table(SessionRow).insert(), values)

    def session(self, session_id: str, client: str, now: datetime) -> Session | None:
        """With its person; None when it is over, even for a late report, or another client's."""
        row = self._connection.execute(
            self._statements.session, {"session_id": session_id, "client": client, "now": now}
        ).one_or_none()
        return None if row is None else Session(*row)

    def first_call(
        self, client: str, call_key: str, request_sha256: str, now: datetime
    ) -> datetime | None:
        """When this call came first; None when its key belongs to another request."""
        values = {"client": client, "call_key": call_key}
        new = self._connection.execute(
            self._statements.first_call,
            values | {"request_sha256": request_sha256, "called_at": now},
        ).one_or_none()
        if new is not None:
            return now
        known = self._connection.execute(self._statements.known_call, values).one()
        return known.called_at if known.request_sha256 == request_sha256 else None

    def register(self, session: Session) -> None:
        self._connection.execute(
            update(PersonRow).where(PersonRow.key == session.person_key).values(registered=True)
        )
        self._connection.execute(
            update(SessionRow)
            .where(SessionRow.session_id == session.session_id)
            .values(registered=True)
        )

    def decided(self, session_id: str) -> Decisions | None:
        """What a conclusion of this session has recorded; None before the first."""
        found = self._connection.execute(
            select(ConsentRow.decisions).where(ConsentRow.session_id == session_id)
        ).one_or_none()
        return None if found is None else from_list(found.decisions)

    def record_consent(
        self,
        session_id: str,
        person_key: str,
        facility_code: str,
        decisions: Decisions,
        reported_at: datetime,
    ) -> None:
        values = {
            "session_id": session_id,
            "person_key": person_key,
            "facility_code": facility_code,
            "decisions": to_list(decisions),
            "reported_at": reported_at,
        }
        self._connection.execute(self._statements.record_consent, values)

    def set_reference_number(self, facility_code: str, confirmation_key: str, number: str) -> None:
        self._connection.execute(
            self._statements.set_reference_number,
            {
                "facility_code": facility_code,
                "confirmation_key": confirmation_key,
                "number": number,
            },
        )

    def reference_numbers(self, facility_code: str, keys: Sequence[str]) -> dict[str, str]:
        """By confirmation key, where the facility has registered one."""
        rows = self._connection.execute(
            self._statements.reference_numbers, {"facility_code": facility_code, "keys": keys}
        )
        return {row.confirmation_key: row.number for row in rows if row.number}

    def keep_ledger_head(self, facility_code: str, kiosk_id: str, head: LedgerHead) -> bool:
        """False when one as new, or newer, is there."""
        values = {"facility_code": facility_code, "kiosk_id": kiosk_id, **vars(head)}
        kept = self._connection.execute(self._statements.keep_ledger_head, values)
        return kept.one_or_none() is not None

    def ledger_heads(self, facility_code: str, kiosk_id: str) -> list[LedgerHead]:
        rows = self._connection.execute(
            select(LedgerHeadRow).where(
                LedgerHeadRow.facility_code == facility_code, LedgerHeadRow.kiosk_id == kiosk_id
            )
        )
        return [LedgerHead(row.ledger_id, row.sequence, row.signed) for row in rows]

    def consents(self) -> int:
        """How many sessions have reported theirs."""
        return self._connection.execute(select(func.count()).select_from(ConsentRow)).scalar_one()

    def set_revoked(self, certificate_id: str, reason: str, since: datetime) -> None:
        values = {"certificate_id": certificate_id, "reason": reason, "since": since}
        self._connection.execute(self._statements.set_revoked, values)

    def set_good(self, certificate_id: str) -> None:
        self._connection.execute(
            delete(RevocationRow).where(RevocationRow.certificate_id == certificate_id)
        )

    def revocations(self) -> list[tuple[str, str, datetime]]:
        """Certificate id, reason and time of each."""
        rows = self._connection.execute(
            select(RevocationRow.certificate_id, RevocationRow.reason, RevocationRow.since)
        )
        return [(row.certificate_id, row.reason, row.since) for row in rows]

    def revocation(self, certificate_id: str) -> tuple[str, datetime] | None:
        row = self._connection.execute(
            select(RevocationRow.reason, RevocationRow.since).where(
                RevocationRow.certificate_id == certificate_id
            )
        ).one_or_none()
        return None if row is None else (row.reason, row.since)

    def sweep(self, now: datetime) -> None:
        """Forget what has expired."""
        for expired in (
            delete(ChallengeRow).where(ChallengeRow.expires_at < now),
            delete(SessionRow).where(SessionRow.reported_until < now),
            delete(CallRow).where(CallRow.called_at < now - REPORT_WITHIN),
        ):
            self._connection.execute(expired)

    def clear(self) -> None:
        for table in (PersonRow, ChallengeRow, SessionRow, CallRow, RevocationRow):
            self._connection.execute(delete(table))

    def add_people(self, people: Iterable[dict[str, object]]) -> None:
        batch: list[dict[str, object]] = []
        for person in people:
            batch.append(person)
            if len(batch) == _ROWS_AT_ONCE:
                self._connection.execute(_table(PersonRow).insert(), batch)
                batch.clear()
        if batch:
            self._connection.execute(_table(PersonRow).insert(), batch)


class Store:
    """Safe to use from several threads and, by its database, from several processes."""

    def __init__(self, engine: Engine) -> None:
        is_sqlite = engine.dialect.name == "sqlite"
        # One statement is a transaction by itself: BEGIN and COMMIT would be two more trips.
        self._one_statement = engine.execution_options(
            **({_BEGIN: ""} if is_sqlite else {"isolation_level": "AUTOCOMMIT"})
        )
        self._several = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        # SQLite has one writer at a time: here they queue in order, there they would poll.
        self._one_writer = threading.Lock() if is_sqlite else nullcontext()
        self._statements = _Statements(engine.dialect.name)
        self._swept_at = datetime.min.replace(tzinfo=UTC)

    @classmethod
    def open(cls, database_url: str) -> "Store":
        """Raises `SimulationFault`."""
        try:
            engine = _engine(database_url)
            with engine.begin() as connection:
                _drop_older(connection)
                Base.metadata.create_all(connection)
        except (SQLAlchemyError, ImportError, OSError) as error:
            raise SimulationFault(
                f"The service's database cannot be opened ({type(error).__name__}).",
                "Check its address, that it runs, and that its folder exists and is writable.",
            ) from error
        return cls(engine)

    def close(self) -> None:
        self._one_statement.dispose()

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """For one statement: a second one may see what was committed in between."""
        with self._one_statement.connect() as connection:
            yield Transaction(connection, self._statements)

    @contextmanager
    def write_once(self) -> Iterator[Transaction]:
        """For one statement, which is committed as soon as it is done."""
        with self._one_writer, self.read() as transaction:
            yield transaction

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Committed at the end, rolled back by an exception."""
        with self._one_writer, self._several.begin() as connection:
            yield Transaction(connection, self._statements)

    def sweep(self, now: datetime) -> None:
        """Forget what has expired, now and then."""
        if now - self._swept_at >= _SWEEP_EVERY:
            self._swept_at = now
            with self.write() as transaction:
                transaction.sweep(now)


def _drop_older(connection: Connection) -> None:
    """Tables of an older version of this service: what the mock holds is made anew."""
    found = inspect(connection)
    for table in Base.metadata.sorted_tables:
        if found.has_table(table.name):
            columns = {column["name"] for column in found.get_columns(table.name)}
            if columns != set(table.columns.keys()):
                table.drop(connection)


def _engine(database_url: str) -> Engine:
    # Parameters are personal: they must not stand in error messages.
    if database_url.startswith("postgresql://"):  # SQLAlchemy would look for another driver.
        database_url = database_url.replace("postgresql", "postgresql+psycopg", 1)
    if not database_url.startswith("sqlite"):
        return create_engine(database_url, hide_parameters=True, pool_size=_CONNECTIONS)
    engine = create_engine(database_url, hide_parameters=True)
    _make_folder(engine)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(engine: Engine) -> None:
    if engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(connection: Any, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # Transactions begin as `_begin_sqlite` says.
    # Readers do not wait for the writer, and a commit costs no flush to the disk: what the mock
    # loses in a power cut nobody misses.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    # Who reads first and writes then may find another writer in between, and fail at once: so a
    # transaction that writes says so with its BEGIN.
    begin = connection.get_execution_options().get(_BEGIN, "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)
