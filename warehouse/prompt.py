"""The interactive mode of `fangzhi sql`: history, completion, paging."""

import os
from pathlib import Path

import click
import duckdb
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer
from rich.console import Console

from warehouse.errors import QueryError
from warehouse.output import show_table
from warehouse.session import is_complete, run

LEAVE = {"exit", "quit", r"\q", ".quit", ".exit"}
WELCOME = (
    "Tab completes views, macros and columns; Enter runs a complete query; Ctrl-D leaves.\n"
    "Start with: show tables · describe metric_facts · from search('…')"
)


def ask(connection: duckdb.DuckDBPyConnection) -> None:
    """Run queries as they are typed until the reader leaves."""
    session = _session(connection)
    click.echo(WELCOME)
    while True:
        try:
            query = session.prompt("fangzhi> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if query.strip().rstrip(";").lower() in LEAVE:
            return
        if query.strip():
            answer(connection, query)


def answer(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    """Show the result of one query, or the sentence that says what is wrong with it."""
    console = Console()
    try:
        with console.capture() as captured:
            show_table(run(connection, query), console)
    except QueryError as error:
        click.echo(error, err=True)
    except duckdb.Error as error:
        click.echo(QueryError.of(error), err=True)
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    else:
        shown = captured.get()
        if shown.count("\n") < console.height:
            click.echo(shown, nl=False)
        else:
            click.echo_via_pager(shown, color=True)


def names(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What completion offers, with the first line of its comment: views, macros, columns, SQL."""
    found = connection.execute(
        """
        SELECT column_name, comment FROM duckdb_columns()
        WHERE schema_name = 'main' AND NOT internal
        UNION ALL
        SELECT view_name, comment FROM duckdb_views()
        WHERE schema_name = 'main' AND NOT internal
        UNION ALL
        SELECT function_name || '(', comment FROM duckdb_functions()
        WHERE function_type = 'table_macro' AND schema_name = 'main' AND NOT internal
        UNION ALL
        SELECT keyword_name, 'SQL' FROM duckdb_keywords() WHERE keyword_category = 'reserved'
        """
    ).fetchall()
    return {name: (comment or "").partition("\n")[0] for name, comment in sorted(found)}


def _session(connection: duckdb.DuckDBPyConnection) -> PromptSession:
    meanings = names(connection)
    completer = WordCompleter(list(meanings), meta_dict=meanings, ignore_case=True)
    session: PromptSession = PromptSession(
        history=FileHistory(str(_history_file())),
        completer=completer,
        complete_while_typing=Condition(lambda: bool(_word_at_cursor(session))),
        lexer=PygmentsLexer(SqlLexer),
        multiline=True,
        prompt_continuation="      …> ",
    )
    keys = KeyBindings()
    complete = Condition(lambda: _can_run(connection, session.default_buffer.text))
    keys.add("enter", filter=complete)(lambda event: event.current_buffer.validate_and_handle())
    session.key_bindings = keys
    return session


def _word_at_cursor(session: PromptSession) -> str:
    return session.default_buffer.document.get_word_before_cursor()


def _can_run(connection: duckdb.DuckDBPyConnection, text: str) -> bool:
    return text.strip().lower() in LEAVE or not text.strip() or is_complete(connection, text)


def _history_file() -> Path:
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    folder = Path(state) / "fangzhi"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "sql_history"
