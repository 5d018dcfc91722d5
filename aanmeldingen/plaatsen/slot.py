"""The lock under which places are given out: one event of a call at a time."""

from aanmeldingen.models import Oproep


def op_slot(oproep: int) -> Oproep:
    """The call, kept from others until the transaction ends. SQLite locks as a whole when the transaction begins.

    Whoever only refers to the call (a draft that is saved) need not wait. TransactionManagementError outside one.
    """
    return Oproep.objects.select_for_update(no_key=True).get(pk=oproep)
