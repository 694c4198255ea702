"""cleanarticle."""
