"""What a person does with the program: one module a noun, each method one thing done."""
