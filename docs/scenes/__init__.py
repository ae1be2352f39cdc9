"""What is shown in the pictures of the program, one module a part of it."""
