"""Letters and confirmations on the page of prints: texts, recipients, what is missing."""
