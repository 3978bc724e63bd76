"""What can go wrong around the core, as one small tree; each message is a sentence for people.

QuothError
├── SettingsError          the settings can't be used: every fault, each with its key
├── PhrasesError           a file of phrases is incomplete or names an unknown placeholder
├── ReloadRunningError     a reload was asked for while one is under way
├── ReloadFailedError      a reload failed: the old snapshot goes on answering
├── ReloadStoppedError     a reload was ended, since the program ends
├── ExamplesError          a file of questions with expected answers can't be used
├── PlotError              a plot can't be drawn: the extra is missing, or the file can't be written
└── DepositError           a document can't be put into the folder or taken out of it
"""


class QuothError(Exception):
    """Base of all errors of this package."""


class SettingsError(QuothError):
    """The settings can't be used; the message lists every fault with its key and the remedy."""


class PhrasesError(QuothError):
    """A file of phrases can't be used; the message names the file, the phrase and the fault."""


class ExamplesError(QuothError):
    """A file of questions with answers can't be used; the message names each line and its fault."""


class PlotError(QuothError):
    """A plot can't be drawn; the message says what to install or what is wrong with the file."""


class ReloadRunningError(QuothError):
    """A reload was asked for while another one is running."""


class ReloadFailedError(QuothError):
    """A reload failed; the old snapshot goes on answering."""


class ReloadStoppedError(QuothError):
    """A reload was ended before it was done; the old snapshot goes on answering till the end."""


class DepositError(QuothError):
    """A document can't be put into the folder or taken out of it; the message is the reason."""
