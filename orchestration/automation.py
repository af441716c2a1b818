"""When Dagster derives a table by itself: its code or what it reads changed, or it is missing.

Only while the automation sensor is switched on. A table's code version changes exactly with the
sources, lexicons and libraries behind it, so a new unit derives `metrics` again and not `articles`.
"""

import dagster as dg

Condition = dg.AutomationCondition

# How often the raw folder is looked at, so that its changes reach the tables.
LOOK_AT_RAW_FILES = "*/5 * * * *"


def on_change() -> dg.AutomationCondition:
    """Derive a table once for every change of its code or of what it reads."""
    changed_above = Condition.any_deps_match(
        Condition.data_version_changed() | Condition.will_be_requested()
    )
    changed = Condition.code_version_changed() | changed_above | Condition.missing().newly_true()
    ready = ~Condition.any_deps_missing() & ~Condition.any_deps_in_progress()
    handled = Condition.newly_requested() | Condition.newly_updated()
    return (changed.since(handled) & ready & ~Condition.in_progress()).with_label(
        "its code or what it reads changed"
    )


def on_schedule() -> dg.AutomationCondition:
    """Look at the raw files every few minutes."""
    return Condition.cron_tick_passed(LOOK_AT_RAW_FILES).with_label("every five minutes")


def automation_sensor() -> dg.AutomationConditionSensorDefinition:
    """Evaluates the conditions of all assets; switched off until an operator wants it."""
    return dg.AutomationConditionSensorDefinition(
        "on_change",
        target=dg.AssetSelection.all(),
        description="Derives each table when its code or what it reads changed.",
    )
