"""How the child took part in a review, from the authority's own words to a code with its scheme.

`code_for` for one text, `Dictionary` for many, `with_codes`, `where_local` and
`keep_words` for frames. Words are
compared to the letter (but for case, spaces and punctuation), never by likeness: what is not known
stays the authority's own text, counts as not coded, and waits on the page "Words to codes".
"""

from heard.edges.imports.words_to_codes.dictionary import (
    Dictionary,
    Meant,
    code_for,
    keep_words,
    where_local,
    with_codes,
)

__all__ = ["Dictionary", "Meant", "code_for", "keep_words", "where_local", "with_codes"]
