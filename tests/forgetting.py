"""Clears what the language rules have made of words, for tests that change the words."""

import functools
import gc

# The automaton of all known places takes half a second to build.
_KNOWN_PLACES = ("models.language.names.gazetteer", "models.language.names.divisions")


def forget_names(*, places: bool) -> None:
    """Clears the caches of the rules over names; those of the known places only with `places`."""
    for cached in gc.get_objects():
        if not isinstance(cached, functools._lru_cache_wrapper):
            continue
        module = str(getattr(cached, "__module__", ""))
        ours = module.startswith("models.language.names.")
        if ours and (places or module not in _KNOWN_PLACES):
            cached.cache_clear()


def forget_module(name: str) -> None:
    """Clears the caches of one module's functions."""
    for cached in gc.get_objects():
        if isinstance(cached, functools._lru_cache_wrapper) and cached.__module__ == name:
            cached.cache_clear()
