"""What leaves the register: letters, sheets, the export for the prefect."""
