"""The persons of the register: list, detail, and the steps of a registration."""
