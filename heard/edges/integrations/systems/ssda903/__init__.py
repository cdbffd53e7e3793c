"""The SSDA903 return (children looked after): reading, checking and writing its reviews."""
