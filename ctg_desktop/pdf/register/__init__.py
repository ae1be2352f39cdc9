"""Papers of the register of vulnerable persons."""
