"""How forms are written: their texts in many languages, changes to their sheets, workbooks, and the forms that Cairn brings."""
