"""Rules about the code itself: who may import what, what may be in the tree, how it is set up."""
