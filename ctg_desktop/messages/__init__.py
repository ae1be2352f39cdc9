"""What the program says, in French. Codes in, sentences out; no display, no database."""

from ctg_desktop.messages.sentences import SENTENCES, sentence

__all__ = ["SENTENCES", "sentence"]
