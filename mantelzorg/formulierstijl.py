"""How every form of the product looks: label, help, error and field below each other, errors listed first.

A form may say in `niet_gelukt` what has not happened because of its errors; without it, that nothing is kept. The
admin lays out its forms itself; it shares the widgets only.
"""

from django.forms.renderers import TemplatesSetting


class Formulierstijl(TemplatesSetting):
    """`{{ form }}` and `{{ veld.as_field_group }}` in our own templates; so is the option that is no choice."""

    form_template_name = "formulieren/formulier.html"
    field_template_name = "formulieren/veld.html"
