"""The form of one person of the register: exactly the fields of the decree."""
