"""Hits in, quotes out: reading, refusing and the chat around it.

question -> retriever -> hits -> reader -> Answer | NoAnswer -> messages -> handlers -> chat
"""
