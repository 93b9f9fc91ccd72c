"""Fakes for every port and builders for records; public, for authors of lenses and plug-ins."""
