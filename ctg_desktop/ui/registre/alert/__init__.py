"""An alert: whom to call, what each call gave."""
