"""The tables of the journal, as the steps that led to them; `PRAGMA user_version` counts them."""

from __future__ import annotations

# A step that has shipped is never changed: what it lacks is a step of its own behind it.
MIGRATIONS = (
    """
    CREATE TABLE questions (
        chat INTEGER NOT NULL,     -- chat id; 0 is the console
        reply INTEGER NOT NULL,    -- message id of the answer, the one with the buttons
        first INTEGER NOT NULL,    -- message id of its first part
        message INTEGER NOT NULL,  -- message id of the question; 0 where a button asked it
        parent INTEGER,            -- reply id of the question before it in the conversation
        asker INTEGER NOT NULL,    -- user id
        text TEXT NOT NULL,        -- the question as it was written
        about TEXT NOT NULL,       -- the part of an answer that it asks about
        searched TEXT NOT NULL,    -- the question as it was searched for
        answered INTEGER NOT NULL, -- 0: the documents don't say
        closed INTEGER NOT NULL DEFAULT 0, -- 1: the conversation was begun afresh behind it
        asked REAL NOT NULL,       -- seconds since 1970
        PRIMARY KEY (chat, reply)
    ) WITHOUT ROWID;
    CREATE INDEX questions_message ON questions (chat, message);
    CREATE INDEX questions_asker ON questions (asker, chat, asked);
    CREATE INDEX questions_asked ON questions (asked);
    CREATE TABLE votes (
        chat INTEGER NOT NULL,
        reply INTEGER NOT NULL,
        voter INTEGER NOT NULL,    -- user id
        helpful INTEGER NOT NULL,  -- 1 or 0
        voted REAL NOT NULL,       -- seconds since 1970
        PRIMARY KEY (chat, reply, voter),
        FOREIGN KEY (chat, reply) REFERENCES questions ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX votes_voter ON votes (voter);
    CREATE TABLE members (
        member INTEGER PRIMARY KEY, -- user id of someone who gave the pairing code
        since REAL NOT NULL         -- seconds since 1970
    );
    CREATE TABLE pending (
        chat INTEGER NOT NULL,
        reply INTEGER NOT NULL,    -- message id of the bot's question whether to go on
        operator INTEGER NOT NULL, -- user id of the admin who is asked
        action TEXT NOT NULL,      -- 'add' or 'remove'
        document TEXT NOT NULL,    -- id of the document
        file TEXT NOT NULL,        -- Telegram's id of the file that was sent, '' for none
        replaces INTEGER NOT NULL, -- 1: a document of that id was there
        made REAL NOT NULL,        -- seconds since 1970
        PRIMARY KEY (chat, reply)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE updates (
        number INTEGER PRIMARY KEY, -- Telegram's id of the update
        body TEXT NOT NULL,         -- the update as JSON until it is handled, then ''
        came REAL NOT NULL          -- seconds since 1970
    );
    """,
    """
    ALTER TABLE updates ADD COLUMN digest TEXT NOT NULL DEFAULT ''; -- of the body
    """,
    """
    ALTER TABLE questions ADD COLUMN middle TEXT NOT NULL DEFAULT ''; -- message ids of the parts
        -- between the first and the last, parted by commas
    ALTER TABLE questions ADD COLUMN timeline INTEGER NOT NULL DEFAULT 0; -- 1: asks for one
    """,
    """
    ALTER TABLE questions ADD COLUMN turn TEXT; -- what a follow-up may lean on besides `searched`,
        -- as JSON; '': nothing; NULL: kept before this was
    """,
    """
    ALTER TABLE questions ADD COLUMN topic INTEGER NOT NULL DEFAULT 0; -- of a chat that is a forum
    """,
)

# Where something is kept of a person: the table, the column with their id, the age of a row.
PERSONAL = (
    ("questions", "asker", "asked"),
    ("votes", "voter", "voted"),
    ("pending", "operator", "made"),
    ("members", "member", "since"),
)
