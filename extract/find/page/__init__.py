"""What is on a page before anybody says "table"."""
