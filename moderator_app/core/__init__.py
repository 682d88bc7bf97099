"""What is true: rules, roster and notices as pure functions; no Qt, no files, no clock."""
