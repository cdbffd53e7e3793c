"""Codes of the child's record in words: what they mean to a family."""

# The statutory list of disabilities of the children in need census.
DISABILITY_WORDS = {
    "NONE": "No disability",
    "MOB": "Mobility",
    "HAND": "Using their hands",
    "PC": "Personal care",
    "INC": "Continence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Vision",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Autism",
    "DDA": "Another disability",
}
TIE_WORDS = {"parent": "Parent", "carer": "Carer", "network": "Family or friend"}


def disability_words(codes: str) -> str:
    """Return codes with spaces between as words; a code that is not on the list stays as it is."""
    return ", ".join(DISABILITY_WORDS.get(code, code) for code in codes.split())
