"""What tests of putting back share: the address of a version, sending the preview, and what was written last."""


def versie(record):
    """Key of the version that stands now."""
    return type(record).history.filter(id=record.pk).first().pk


def adres(record, sleutel, pk=None):
    return f"/geschiedenis/{record._meta.model_name}/{pk or record.pk}/terugzetten/{sleutel}/"


def verstuur(client, pad, reden="Vergissing", **anders):
    """Open the preview and send what it holds."""
    gezien = client.get(pad).context["plan"].afdruk
    return client.post(pad, {"gezien": gezien, "reden": reden} | anders)


def laatste(record):
    """What happened, by whom and why, in the newest version."""
    regel = type(record).history.filter(id=record.pk).first()
    return regel.history_type, str(regel.history_user), regel.history_change_reason.partition(": ")[2]
