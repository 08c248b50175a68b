"""What changes when somebody comes from a wiki, links an account of it, or is asked about there."""
