"""Tables by rules or shading."""
