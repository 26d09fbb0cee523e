"""A file that is read when a process begins to read: then all that it takes is loaded."""

_PAGE = b"""BT /F1 11 Tf 14 TL 50 700 Td
(The harbour is open to all boats that carry a lamp, and a boat may pass the har-) Tj T*
(bour master at any hour of the day, or ask him for a pilot who is well-) Tj T*
(known to all and has been on the water for the whole of a long life.) Tj ET"""

# PDFium mends the table of contents that is missing.
EXAMPLE = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources
<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length %d>>stream
%b
endstream endobj
trailer<</Root 1 0 R>>""" % (len(_PAGE), _PAGE)
