"""Entities and roles beside their annotation."""

from tests.quality.annotations import Row, fold, forms_of, names_of, readings
from tests.quality.built import Built
from tests.quality.figures import Figures


def score_entities(gold: Row, built: Built, figures: Figures) -> None:
    """Count the things that a document names, each once, however often it names them."""
    found = _entities_of(built)
    things, optional = _annotated_things(gold)
    used: set[str] = set()
    for thing in things:
        mine = {
            entity_id
            for entity_id, (kind, _, forms) in found.items()
            if kind in thing["types"] and forms & thing["forms"]
        }
        used |= mine
        error = f"{thing['type']} {thing['name']}"
        figures.found(f"entities.{thing['type']}", bool(mine), error)
        if mine:
            figures.answered("entities.one_id", len(mine) == 1, error)
            _score_name(thing, [found[entity_id][1] for entity_id in sorted(mine)], figures)
    for entity_id, (kind, name, forms) in sorted(found.items()):
        if entity_id not in used and not any(forms & names for names in optional):
            figures.invented(f"entities.{kind}", f"{name} in {gold['doc']}")


def score_roles(gold: Row, built: Built, figures: Figures) -> None:
    """Count who holds which post: by person and title, and with the body too."""
    found = {
        (fold(role["person"]), fold(role["organization"]), fold(role["title"]))
        for role in built.roles()
    }
    wanted = {
        (role["person"], role["organization"], role["title"]): role
        for role in gold.get("roles", [])
    }
    optional = gold.get("roles_optional", [])
    forms = forms_of(gold["entities"])
    for measure, whole in (("roles.person_title", False), ("roles.full", True)):
        for key, role in wanted.items():
            hit = any(_fits(one, role, forms, whole) for one in found)
            figures.found(measure, hit, str(key))
        for one in sorted(found):
            known = any(_fits(one, role, forms, whole) for role in wanted.values())
            if not known and not any(_fits(one, role, forms, False) for role in optional):
                figures.invented(measure, str(one))


def _entities_of(built: Built) -> dict[str, tuple[str, str, set[str]]]:
    """entity_id → type, canonical name and every folded form of it in this document."""
    found: dict[str, tuple[str, str, set[str]]] = {}
    for row in built.mentions():
        known = (row["type"], row["name"], {fold(row["name"])})
        found.setdefault(row["entity_id"], known)[2].add(fold(row["text"]))
    return found


def _annotated_things(gold: Row) -> tuple[list[Row], list[set[str]]]:
    """One row per thing, though several articles annotate it; and the names nobody must find."""
    optional = [names_of(entity) for entity in gold.get("entities_optional", [])]
    things: dict[tuple[str, str], Row] = {}
    for entity in gold["entities"]:
        if entity.get("header_only"):
            optional.append(names_of(entity))
            continue
        fresh = {**entity, "forms": set(), "types": {entity["type"]}}
        thing = things.setdefault((entity["type"], entity["name"]), fresh)
        thing["forms"] |= names_of(entity)
        thing["types"] |= set(entity.get("type_alternatives", []))
    return list(things.values()), optional


def _score_name(thing: Row, names: list[str], figures: Figures) -> None:
    fair = {fold(name) for name in readings(thing, "name")}
    right = any(fold(name) in fair for name in names)
    figures.answered("entities.canonical_name", right, f"{thing['name']}, got {names}")


def _fits(one: tuple[str, str, str], role: Row, forms: dict[str, set[str]], whole: bool) -> bool:
    """Whether a built role is the annotated one; its organisation counts if `whole`."""
    person, organization, title = one
    if person != fold(role["person"]) or title not in map(fold, readings(role, "title")):
        return False
    bodies = [fold(name) for name in readings(role, "organization")]
    return not whole or any(organization in {body} | forms.get(body, set()) for body in bodies)
