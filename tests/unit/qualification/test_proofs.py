"""Which proofs of identity a service takes from a kiosk: it says so, and keeps to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from qualification.client import HttpsQualificationService
from qualification.errors import RefusalCode, Refused
from qualification.port import Authenticated, ProofKind
from simulation.service.process import ServiceProcess
from tests.unit.qualification.cards import Card
from tests.unit.qualification.world import World, attest, authenticate, connected


@contextmanager
def service_that_takes(
    world: World, folder: Path, *kinds: ProofKind
) -> Iterator[HttpsQualificationService]:
    config = replace(
        world.service_config,
        database_url=f"sqlite:///{folder / 's.sqlite'}",
        proofs=frozenset(kinds),
    )
    world.handler.ok()
    with (
        ServiceProcess(config) as service,
        connected(world.client_config(service.url)) as client,
    ):
        yield client


def by_terminal(client: HttpsQualificationService, card: Card, signer: Card) -> Authenticated:
    challenge = client.challenge()
    proof = signer.terminal_proof(challenge.nonce)
    return client.authenticate(challenge, card.certificate_der, proof)


def test_a_service_takes_what_a_kiosk_can_prove_without_a_makers_adapter(
    client: HttpsQualificationService, world: World
) -> None:
    assert client.accepted_proofs() == {ProofKind.PIN, ProofKind.PHONE, ProofKind.ATTESTED}
    hanako = world.cards["hanako"]
    with pytest.raises(Refused) as refused:
        by_terminal(client, hanako, hanako)
    assert refused.value.code is RefusalCode.PROOF_NOT_ACCEPTED


def test_a_service_for_the_pin_alone(world: World, tmp_path: Path) -> None:
    hanako = world.cards["hanako"]
    with service_that_takes(world, tmp_path, ProofKind.PIN) as client:
        assert client.accepted_proofs() == {ProofKind.PIN}
        assert authenticate(client, hanako).registered
        with pytest.raises(Refused) as refused:
            attest(client, hanako)
    assert refused.value.code is RefusalCode.PROOF_NOT_ACCEPTED


def test_a_service_for_terminals_believes_the_card_that_was_matched(
    world: World, tmp_path: Path
) -> None:
    hanako, other = world.cards["hanako"], world.cards["shinki"]
    with service_that_takes(world, tmp_path, ProofKind.PIN, ProofKind.TERMINAL) as client:
        assert client.accepted_proofs() == {ProofKind.PIN, ProofKind.TERMINAL}
        assert by_terminal(client, hanako, hanako).registered
        with pytest.raises(Refused) as refused:
            by_terminal(client, hanako, other)
    assert refused.value.code is RefusalCode.SIGNATURE_INVALID


def test_a_kiosk_whose_key_is_not_registered_is_told_that_it_cannot_attest(
    world: World, tmp_path: Path
) -> None:
    registered = world.pki.kiosk.statement_key.with_suffix(".pem")
    put_away = registered.rename(tmp_path / "statement.pem")
    try:
        with service_that_takes(world, tmp_path, ProofKind.PIN, ProofKind.ATTESTED) as client:
            assert client.accepted_proofs() == {ProofKind.PIN}
            with pytest.raises(Refused) as refused:
                attest(client, world.cards["hanako"])
    finally:
        put_away.rename(registered)
    assert refused.value.code is RefusalCode.PROOF_NOT_ACCEPTED
