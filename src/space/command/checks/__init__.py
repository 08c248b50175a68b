"""What ./space check looks at, one step a function: its findings as lines, none if all is well."""
