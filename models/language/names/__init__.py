"""Names of persons, bodies, places, documents, initiatives and events in running text.

The protocol between the modules of this package:

* A *finder* `find_<things>` takes what it reads of `articles`, `words` and `readings` and returns
  candidates (`candidates.SCHEMA`): one row per place of the text that may name a thing, with the
  canonical name that the article's context gives and the place that tells equal names apart.
  Finders may overlap each other.
* `words` (`words.Words`) is the segmentation of the same articles, made at most once.
* `candidates.settle` keeps, of candidates that overlap, the longest name, and nothing inside it.
* `identity.entity_id` names the thing: a hash of type, canonical name and distinguishing place.

Here belong rules over texts and frames. Not here: the tables that hold the outcome.
"""
