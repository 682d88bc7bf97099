"""Files: paths, the durable record, rulebooks and notices in YAML and Markdown."""
