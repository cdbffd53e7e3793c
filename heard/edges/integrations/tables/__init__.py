"""Reading tables that other systems wrote: safely, with real line numbers, and with plain words.

`limits` says how big a file may be, `folder` finds the files, `file_bytes` opens them and tells
what they are, `text` decodes, `delimited` splits lines into cells, `xml_stream` walks XML.
"""
