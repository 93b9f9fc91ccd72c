"""SOURCE: turns untrusted bytes into documents; pure functions, called through the Reader port."""
