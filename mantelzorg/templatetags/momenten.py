"""Moments in templates, in the words of `mantelzorg.momenten`."""

from django import template

from mantelzorg import momenten

register = template.Library()
register.filter("moment", momenten.moment)
register.filter("tot_en_met", momenten.tot_en_met)
