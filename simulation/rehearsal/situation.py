"""How the simulators are set before a card is placed, and what a step of a scenario changes."""

from simulation.demo.simulation import Handlers
from simulation.people import Person, find_person
from simulation.rehearsal.result_share import ResultShare
from simulation.rehearsal.scenario import Situation, Step
from simulation.service.control import Scenario as ServiceScenario

NOBODY = "nobody"


def arrange(handlers: Handlers, situation: Situation, person: Person) -> None:
    """`person`: whose card is placed."""
    if situation.stands == NOBODY:
        handlers.camera.leave()
    else:
        stands = find_person(situation.stands) if situation.stands else person
        handlers.camera.stand(stands.card.live)
        handlers.camera.wear(situation.wears)
    if situation.camera == "unplugged":
        handlers.camera.unplug()
    handlers.card_slot.set_surface_readable(situation.surface == "readable")
    handlers.card_slot.set_owner_recognised(situation.owner_recognised)
    handlers.service.play(ServiceScenario(situation.service), situation.service_delay_ms)


def change(handlers: Handlers, results: ResultShare, step: Step) -> None:
    """Plug, unplug, lose or restore what the step says."""
    match step.reader:
        case "unplug":
            handlers.card_slot.unplug_reader()
        case "plug":
            handlers.card_slot.plug_reader()
    match step.camera:
        case "unplug":
            handlers.camera.unplug()
        case "plug":
            handlers.camera.plug()
    if step.uncovers:
        handlers.camera.wear(None)
    match step.results:
        case "lose":
            results.lose()
        case "restore":
            results.restore()
    if step.service is not None:
        handlers.service.play(ServiceScenario(step.service))
