"""How an e-mail address stands on a page."""

from mantelzorg.templatetags.adressen import breekbaar


def test_an_address_breaks_before_its_at_and_dots_and_stays_text():
    assert breekbaar("an.jansen@huis.example") == "an<wbr>.jansen<wbr>@huis<wbr>.example"
    assert breekbaar('"<b>"@x') == "&quot;&lt;b&gt;&quot;<wbr>@x"
    assert breekbaar("–") == "–"
