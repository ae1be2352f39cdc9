"""The first start: who we are, which commune, where its data goes, what to begin with."""
