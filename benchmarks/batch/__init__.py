"""How fast a batch is beside what the service would allow, measured on a loopback service in a process of its own."""
