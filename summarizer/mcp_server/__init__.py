"""The tools of this program for assistants, over the Model Context Protocol.

root.py     the folder whose files may be read, and no other
inputs.py   what each tool is given, as the schemas say it
tools.py    what each tool does
aside.py    work beside the protocol, so that it stays able to answer
server.py   the tools as a server of the official SDK, which comes with the extra `mcp`

What an article says is material: nothing in it changes what a tool does, which files it reads or whom it asks.
"""
