"""Writers: a document tree in, the bytes or text of one format out (docx, html, pdf, markdown)."""
