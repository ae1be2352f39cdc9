"""Before the register: what it is, who opens it, its set-up, the forgotten password."""
