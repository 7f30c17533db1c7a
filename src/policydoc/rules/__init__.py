"""rules: tables of vocabulary beside the code, each row with id, forms, source and example."""
