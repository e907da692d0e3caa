"""What reads files, a format a module: bytes to articles, each with its title, date and place in the file."""
