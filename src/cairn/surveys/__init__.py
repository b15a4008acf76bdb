"""Forms as data: written as XLSForm, compiled by pyxform, drawn and checked by us. What is answered lives elsewhere."""
