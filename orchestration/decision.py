"""Which collections need a run: a pure comparison of what lies in the raw folder with what is done.

Versions are those of `observation`: they change exactly when a file of the collection does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Versions = Mapping[str, str]

# What was requested for a collection whose folder is gone.
GONE = "gone"


@dataclass(frozen=True)
class Decision:
    """Collections by what happened to them.

    `new` and `changed` ones must be derived, `gone` ones leave the warehouse with the next
    publication; for `waiting` ones a run was requested before and has not done its work yet.
    """

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    @property
    def stale(self) -> list[str]:
        """Collections that a run must derive."""
        return sorted(self.new + self.changed)

    @property
    def reason(self) -> str:
        """One sentence for people."""
        told = [
            f"{len(names)} {what} ({', '.join(names[:3])}{'…' if len(names) > 3 else ''})"
            for what, names in (("new", self.new), ("changed", self.changed), ("gone", self.gone))
            if names
        ]
        if told:
            return f"Collections: {'; '.join(told)}."
        if self.waiting:
            return (
                f"No further collection changed; the run for {', '.join(self.waiting[:3])} "
                "is not done or failed: look at it, then re-execute it."
            )
        return "No file was added, changed or removed."


def decide(found: Versions, derived: Versions, requested: Versions) -> Decision:
    """Compare the versions `found` with those `derived`, and with those `requested` before."""
    differing = {name: found[name] for name in found if derived.get(name) != found[name]}
    differing |= dict.fromkeys(derived.keys() - found.keys(), GONE)
    open_ = {name for name, version in differing.items() if requested.get(name) != version}
    return Decision(
        new=sorted(name for name in open_ if name not in derived),
        changed=sorted(name for name in open_ if name in derived and name in found),
        gone=sorted(name for name in open_ if name not in found),
        waiting=sorted(differing.keys() - open_),
    )
