"""The verbs in order: records in, ports in, records out; no clock, random or network inside."""
