"""The programs that turn names into codes, each in a module that runs in an environment of its own."""
