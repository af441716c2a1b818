"""`python -m tests.quality.ablation [RAW ANNOTATIONS]`: what each source of evidence adds.

Each source is switched off alone, the documents are built anew, and the figures of names are
printed beside those with all sources. Without arguments the real documents are taken where they
are here, else the sample.
"""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from models.language import cutting
from models.language.names import (
    aliases,
    body_words,
    context,
    cues,
    gazetteer,
    name_reader,
    persons,
    readings,
    words,
)
from tests.forgetting import forget_names
from tests.quality.__main__ import score_anew
from tests.quality.figures import Figures
from tests.quality.floors import SETS, AnnotatedSet

MEASURES = ("entities.person", "entities.organization", "entities.place", "roles.full")
MEASURES += ("entities.initiative", "entities.event", "entities.canonical_name")


def nothing(*_: Any, **__: Any) -> list[Any]:
    """What a source finds that is switched off."""
    return []


class OneCharacterWords:
    """A segmenter that knows no words."""

    def cut(self, text: str, *, hmm: bool = True) -> list[str]:
        """Each character for itself."""
        del hmm
        return list(text)

    def tag(self, word: str, *, hmm: bool = False) -> list[tuple[str, str]]:
        """No word has a part of speech."""
        del hmm
        return [(character, "x") for character in word] * 2


# What to put in the place of what: a source of evidence is what these read.
SOURCES: dict[str, list[tuple[Any, str, Any]]] = {
    "gazetteer of places": [(gazetteer, "find", nothing)],
    "words and their tags": [
        (cutting, "rjieba", OneCharacterWords()),
        (words, "rjieba", OneCharacterWords()),
    ],
    "place the article speaks for": [
        (context.Context, "place_of_level", lambda *_: None),
    ],
    "known bodies and departments": [(body_words, "find", nothing)],
    "weights of name characters": [(name_reader, "given", dict)],
    "words beside persons": [(persons, "find_cues", lambda _: cues.Cues({}, {}))],
    "repetition of persons": [(persons, "_repetitions", nothing)],
    "fuller names in the article": [(aliases, "unite", lambda bodies: bodies)],
    "lists that say what they list": [(readings, "items", nothing)],
}


@contextmanager
def without(source: str) -> Iterator[None]:
    """Reads texts without one source of evidence."""
    with ExitStack() as patches:
        for owner, attribute, replacement in SOURCES[source]:
            patches.enter_context(mock.patch.object(owner, attribute, replacement))
        forget_names(places=False)
        yield
    forget_names(places=False)


def main() -> None:
    """Print the figures with all sources, and what each is missing without one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="RAW ANNOTATIONS")
    folders = parser.parse_args().folders
    annotated = AnnotatedSet("given", *folders) if folders else _present()
    whole = score_anew(annotated)
    print("| without | " + " | ".join(m.removeprefix("entities.") for m in MEASURES) + " |")
    print("|---" * (len(MEASURES) + 1) + "|")
    print(_row("(all sources)", whole, None))
    for source in SOURCES:
        with without(source):
            print(_row(source, score_anew(annotated), whole), flush=True)


def _present() -> AnnotatedSet:
    return next(annotated for annotated in reversed(SETS) if annotated.present)


def _row(name: str, figures: Figures, whole: Figures | None) -> str:
    reached = dict(figures.items())
    before = dict((whole or figures).items())
    cells = [
        f"{reached[m].f1:.3f}" if whole is None else f"{reached[m].f1 - before[m].f1:+.3f}"
        for m in MEASURES
    ]
    return f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
