"""How the window looks: computed colours, measures, icons, style sheet."""
