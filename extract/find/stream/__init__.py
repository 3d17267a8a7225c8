"""Tables by alignment: nothing but white space parts their columns."""
