"""How a page says what is wrong with a form: in one way, with a link to each field."""

from pathlib import Path

from django.conf import settings

SJABLONEN = Path(settings.BASE_DIR) / "templates"


def test_no_page_prints_errors_without_links_to_the_fields():
    zelf = [pad.name for pad in SJABLONEN.rglob("*.html") if ".non_field_errors }}" in pad.read_text()]

    assert zelf == []
