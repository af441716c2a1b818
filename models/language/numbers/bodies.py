"""Of which body a number speaks: who does or has what is counted.

The subject of the number's sentence decides, by its name or by a word that stands for it (该局,
公司, 我们). A sentence that leaves its subject out carries on the subject of the sentence before it
in the paragraph, or speaks of the body that the article is about. In an interview the speaker's own
body is meant. Bodies that are only mentioned (objects, sources of statistics) are never taken.
"""

import re
from bisect import bisect_left
from collections import Counter
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

import rjieba

from models.language import lexicon
from models.language.numbers.names import Name, Names
from models.language.numbers.statement import (
    CLAUSE_OPENING,
    Block,
    ends_with_its_clause,
    opens_clause,
)

_FAR = 1000  # characters back to the name that a word stands for
_REACH = 4  # sentences through which a subject that is left out is carried on
_LEAD = 160  # characters of a sentence that are looked at for its subject
_OFTEN = 3  # namings that make a body what an article is about
_LONGEST_POST = 16  # characters between a body's name and the person who holds its post


class Body(NamedTuple):
    """A body by its entity, with the division that it belongs to."""

    entity_id: str
    place_code: str | None


class Post(NamedTuple):
    """That a person holds a post of a body."""

    person: str
    organization: str | None
    place_code: str | None
    title: str
    name: str | None  # of the body


class _Subject(NamedTuple):
    """Who a clause speaks of from `at` until `end`; None is someone who is no known body.

    Whose words begin at `says` (局负责人介绍，…) is the subject where they leave out their own.
    """

    at: int
    end: int
    body: Body | None
    says: int | None = None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of one [[phrase]] of number_bodies.toml."""
    for entry in lexicon.entries("number_bodies", "phrase", exclusive=False):
        if entry["id"] == name:
            return re.compile(entry["pattern"])
    raise lexicon.LexiconError(f"number_bodies.toml has no [[phrase]] with id {name!r}")


@cache
def _stand_ins() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Finds a word that stands for a body at the head of a clause; ends of names by such a word."""
    pointed, bare = set[str](), set[str]()
    ends: dict[str, list[str]] = {}
    for entry in lexicon.entries("number_bodies", "stand_in", exclusive=False):
        (pointed if entry["pointed"] else bare).update(entry["words"])
        for word in entry["words"]:
            ends.setdefault(word, []).append(entry["ends"])
    word = rf"[我该本](?P<pointed>{_either(pointed | bare)})|(?P<bare>{_either(bare)})|(?P<we>我们)"
    first = "".join(sorted({"我", "该", "本", *(word[0] for word in bare)}))
    opens = rf"(?=[{first}])(?:{CLAUSE_OPENING}|(?<=由))"
    finder = re.compile(rf"{opens}(?:{word})(?!{_either(_no_subject())})")
    return finder, {word: re.compile(f"(?:{'|'.join(e)})$") for word, e in ends.items()}


def _either(words: frozenset[str] | set[str]) -> str:
    return lexicon.any_of(map(re.escape, words))


@cache
def _no_subject() -> frozenset[str]:
    return frozenset(lexicon.load("number_bodies")["no_subject"]["words"])


@cache
def behind_subject() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The body's own organs behind its name, and what makes a name no subject."""
    organs = frozenset(lexicon.load("number_bodies")["organs"]["words"])
    return re.compile(f"(?:{_either(organs)})*"), re.compile(_either(_no_subject()))


_COORDINATED = re.compile("[、等和与及]|以及")
_EXAMPLE = re.compile(r"[^，。；：]{0,20}等[0-9０-９一二三四五六七八九十]")
_MARK = re.compile(r"[，。；：！？,;:\n]")
_CLAUSES = re.compile(r"[，,；;：:]")


class Bodies:
    """The bodies of one article; asked for one number at a time."""

    def __init__(
        self, text: str, names: Names, header: str, posts: list[Post], is_report: bool
    ) -> None:
        self._text, self._names, self._header = text, names, header
        self._names_bodies = bool(posts) or "organization" in names.types
        self._is_report = is_report  # its numbers speak of the place, sentence by sentence
        self._all_posts = posts
        self._speaker: Body | None = None
        self._home: Body | None = None
        self._home_known = False
        self._block = Block(0, 0, None, False)
        self._subjects: list[_Subject] | None = None

    @cached_property
    def _held(self) -> list[Post]:
        """The posts that speak for a body: not those of its mere members."""
        member = _pattern("member")
        return [post for post in self._all_posts if not member.match(post.title)]

    @cached_property
    def _posts(self) -> dict[str, Body]:
        """The body of each person who holds a post of one; the first of several."""
        speaks_for_place = _pattern("speaks_for_place")
        return {
            post.person: Body(post.organization, post.place_code)
            for post in reversed(self._held)
            if post.organization is not None and not speaks_for_place.match(post.name or "")
        }

    def enter(self, block: Block) -> None:
        """Go on to the next block; a turn of an interview lasts until the next question."""
        self._block, self._subjects = block, None
        if block.is_question:
            self._speaker = None
        elif block.speaker:
            self._speaker = self._body_of_speaker(block.speaker)

    def of(self, sentence: int, at: int) -> Body | None:
        """The body that a number in a sentence speaks of; None if none is named."""
        if not self._names_bodies:
            return None
        subjects = self._in_block()
        last = bisect_left(subjects, (at,)) - 1
        while last >= 0 and subjects[last].at >= sentence:
            subject = subjects[last]
            if at < subject.end and self._is_meant(subject, at):
                return subject.body or self._speaker
            last -= 1
        if self._speaker is not None:
            return self._speaker
        if self._is_report or self._block.is_heading:
            return None
        return self._carried(sentence, at)

    def _carried(self, sentence: int, at: int) -> Body | None:
        """The body that a sentence without a subject goes on to speak of."""
        subjects = self._in_block()
        if self._at_home() is None and (not subjects or subjects[0].at >= sentence):
            return None
        end = at
        for _ in range(_REACH):
            if not _leaves_subject_out(self._text[sentence:end][:_LEAD]):
                return None
            if sentence <= self._block.start:
                return self._at_home()
            end = sentence
            sentence = self._sentence_before(end)
            last = bisect_left(subjects, (end,)) - 1
            if last >= 0 and subjects[last].at >= sentence:
                return subjects[last].body
        return None

    def _sentence_before(self, end: int) -> int:
        """Where the sentence begins that ends at an offset."""
        block = self._block.start
        last = max(self._text.rfind(mark, block, end - 1) for mark in "。！？")
        return max(block, last + 1)

    def _is_meant(self, subject: _Subject, at: int) -> bool:
        """Whether what a body's spokesman says leaves its own subject out."""
        return subject.says is None or _leaves_subject_out(self._text[subject.says : at][:_LEAD])

    def _in_block(self) -> list[_Subject]:
        """Whom the clauses of the block speak of, in order."""
        if self._subjects is None:
            block = self._block
            found = [
                subject
                for name in self._names.between(block.start, block.end)
                if (subject := self._named(name)) is not None
            ]
            finder, _ = _stand_ins()
            found += [
                self._stood_for(match)
                for match in finder.finditer(self._text, block.start, block.end)
            ]
            self._subjects = sorted(found, key=lambda subject: subject.at)
        return self._subjects

    def _named(self, name: Name) -> _Subject | None:
        """The subject that a name at the head of a clause makes, if it does."""
        text = self._text
        if not opens_clause(text, name.start, self._block.start) and text[name.start - 1] != "由":
            return None
        end = len(text)
        if name.type == "person":
            return self._speaking(name) or _Subject(name.start, end, None)
        if name.type != "organization":
            return _Subject(name.start, end, None) if name.type == "place" else None
        organs, no_subject = behind_subject()
        behind = organs.match(text, name.end)
        after = behind.end() if behind else name.end
        body = Body(name.entity_id, name.place_code)
        holder = self._holder(name)
        spoken = (
            _pattern("says").match(text, holder.end)
            if holder
            else _pattern("spokesman").match(text, after)
        )
        if spoken and not _pattern("speaks_for_place").match(name.text):
            return _Subject(name.start, end, body, spoken.end())
        if holder is not None:
            return _Subject(name.start, end, None)
        if _COORDINATED.match(text, after):
            return _Subject(name.start, end, None)
        if any(p.match(text, after) for p in (no_subject, _pattern("source"), _EXAMPLE)):
            return None
        mark = _MARK.search(text, after)
        only_there = self._is_report and ends_with_its_clause(text, after, end)
        if mark and (only_there or text.startswith("的", after)):
            end = mark.start()
        return _Subject(name.start, end, body)

    def _speaking(self, person: Name) -> _Subject | None:
        """The subject that somebody makes who speaks for the body of his post."""
        says, body = (
            _pattern("says").match(self._text, person.end),
            self._posts.get(person.entity_id),
        )
        if says is None or body is None:
            return None
        return _Subject(person.start, len(self._text), body, says.end())

    def _holder(self, body: Name) -> Name | None:
        """The person whose post a body's name belongs to: 河湾集团董事长于海."""
        for name in self._names.between(body.end, body.end + _LONGEST_POST):
            if name.type == "person" and not _MARK.search(self._text, body.end, name.start):
                return name
        return None

    def _stood_for(self, match: re.Match[str]) -> _Subject:
        """The subject that a word for a body makes: the body named last that it can stand for."""
        end = len(self._text)
        if match["we"]:
            return _Subject(match.start(), end, self._first_person(match.start()))
        _, ends = _stand_ins()
        word = match["pointed"] or match["bare"]
        if self._speaker is not None and match[0].startswith("我"):
            return _Subject(match.start(), end, self._speaker)
        for name in self._names.back_from(match.start()):
            if match.start() - name.start > _FAR:
                break
            if name.type == "organization" and (
                ends[word].search(name.text) or self._is_company_here(name, word, match.start())
            ):
                return _Subject(match.start(), end, Body(name.entity_id, name.place_code))
        return _Subject(match.start(), end, self._at_home() if match[0][0] in "我本" else None)

    def _is_company_here(self, name: Name, word: str, at: int) -> bool:
        """Whether 公司 means the subject of its own sentence, whatever its name ends with."""
        text = self._text
        if not word.endswith("公司") or _pattern("authority").search(name.text):
            return False
        if any(mark in text[name.end : at] for mark in "。！？\n"):
            return False
        return opens_clause(text, name.start, self._block.start)

    def _first_person(self, at: int) -> Body | None:
        """Who says 我们: the speaker of the turn, of the quotation, or the body spoken of."""
        if self._speaker is not None:
            return self._speaker
        quoted = self._quoted(at)
        if quoted is not None:
            return quoted
        for name in reversed(self._names.between(self._block.start, at)):
            subject = self._named(name)
            if subject is not None:
                return subject.body
        return self._at_home()

    def _quoted(self, at: int) -> Body | None:
        """The body of the person who says what is quoted around `at`."""
        block = self._block
        near = [
            *reversed(self._names.between(block.start, at)),
            *self._names.between(at, block.end),
        ]
        for name in near:
            if name.type == "person" and _pattern("says").match(self._text, name.end):
                return self._posts.get(name.entity_id)
        return None

    def _body_of_speaker(self, speaker: str) -> Body | None:
        """The body that a speaker heads or works for, else the one beside his name."""
        people = {n.entity_id for n in self._names.all if n.type == "person" and n.text == speaker}
        held = [(p, p.organization) for p in self._held if p.organization and p.person in people]
        if held:
            named = self._names.counts
            post, body = max(held, key=lambda one: ("副" not in one[0].title, named[one[1]]))
            return Body(body, post.place_code)
        beside = self._names.body_of(speaker, self._text)
        return Body(beside.entity_id, beside.place_code) if beside else None

    def _at_home(self) -> Body | None:
        """The body that the article is about: named above the text, or named most often by far."""
        if not self._home_known:
            self._home_known = True
            named = [name for name in self._names.all if name.type == "organization"]
            shown = {name.text for name in named if name.text in self._header}
            above = [name for name in named if any(short in name.text for short in shown)]
            counts = Counter(name.entity_id for name in above or named)
            if counts:
                first, count = counts.most_common(1)[0]
                if above or (count >= _OFTEN and 2 * count > len(named)):
                    home = next(name for name in named if name.entity_id == first)
                    self._home = Body(home.entity_id, home.place_code)
        return self._home


def _leaves_subject_out(lead: str) -> bool:
    """Whether a sentence comes to its verb without a subject: 先后组织…, 通过…平台，办结….

    Clauses that only set the scene (预备, 时间, 方式) are passed over.
    """
    for clause in _CLAUSES.split(lead):
        found = _begins_with_verb(clause)
        if found is not None:
            return found
    return True


@lru_cache(maxsize=1 << 14)
def _begins_with_verb(clause: str) -> bool | None:
    """Whether a clause begins with its verb; None if it only sets the scene."""
    for word, tag in rjieba.tag(clause.lstrip("“”（(")[:14]):
        if tag[0] in "dtmcu" or _pattern("passed_over").fullmatch(word):
            continue
        if _pattern("sets_scene").match(clause):
            return None
        if tag[0] == "p" or word == "作为":
            return None
        return tag[0] == "v" and word not in ("有", "共有")  # 共有9家企业提出诉求: they do
    return None
