"""What forms share: fields with their errors, drafts, rows that grow, history."""
