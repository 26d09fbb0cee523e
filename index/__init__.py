"""Text in, hits out: documents, passages, vectors, the library on disk and its retriever.

`index` knows nothing of `bot`. The way of the data, nothing flows back:

    text -> documents -> passages -> encoder -> vectors -> library -> retriever -> hits
"""
