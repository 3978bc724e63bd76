"""What looks like the thing asked for and is something else."""
