"""How forms are put on a page."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Every field with its label, hint and error, as the design has it."""

    field_template_name = "parts/field.html"
