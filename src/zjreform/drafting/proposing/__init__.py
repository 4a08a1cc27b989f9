"""What a draft proposes for a figure, and why: by the words around it, and by what was coded before."""
