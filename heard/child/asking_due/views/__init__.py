"""When children were asked, whom to ask soon, and whom not to ask for a time."""

from heard.child.asking_due.views.deciding import decide, end, proposals
from heard.child.asking_due.views.reading import fact, of_child, soon

__all__ = ["decide", "end", "fact", "of_child", "proposals", "soon"]
