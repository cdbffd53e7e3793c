"""Reference pages made from the code, so that they cannot rot: `make reference`."""
