"""The words of reports, for the HTML template."""

from django import template

from cairn.reports import wording

register = template.Library()
register.filter("result", wording.result)
register.filter("mark_text", wording.mark_text)
register.filter("carried", wording.carried)
