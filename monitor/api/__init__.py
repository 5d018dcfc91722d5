"""The API of the product, `/api/v1`: to read only, in JSON. docs/api.md tells its users how it works.

What one may not see is not there (404, or not in a list), and every error is a problem (RFC 9457) in Dutch.

To add an endpoint: a module named for the noun, with a serializer and a `Lijst` and an `Een` of `monitor.api.basis`,
and its address in `monitor.urls_api`. From those come who asks and how often they may, filters, pages, ETag,
Last-Modified, refusal of unknown parameters, and the description in openapi.json. What stays to do:

- `get_queryset` begins with `zichtbaar_voor(self.request.user)`, which keeps to the token's scope by itself;
- `recht` names the right without which a token gets 403; None where something of it is public;
- `bronnen` names every model the answer is made of, all with history or only added to, else there is no Last-Modified;
- `voor_elke_site` where it is the same for everybody, so that a page of any site may read it in a browser;
- its list goes among `INGANGEN` of `monitor.api.wortel`, its tag in `mantelzorg.apibeleid`, its row in docs/api.md;
- a form that no serializer makes is built with `monitor.api.vormen`, of frozen values with `vorm_van`;
- each field, parameter and view says in Dutch what it is (`help_text`, `extend_schema`); a test names what does not.
  From that (`ingangen`) and from docs/ (`documenten`) come the page `/api/v1/docs` and one for each address.
"""
