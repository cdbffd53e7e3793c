"""Whether children were heard: what waits, one child, assessments, and one behind a figure."""

from heard.child.evidence.views.answering import answer, piece, waiting
from heard.child.evidence.views.assessing import authorise, put_up
from heard.child.evidence.views.reading import fact, of_child

__all__ = ["answer", "authorise", "fact", "of_child", "piece", "put_up", "waiting"]
