"""One file a veto: each a pure function that says whether the evidence refuses the claim."""
