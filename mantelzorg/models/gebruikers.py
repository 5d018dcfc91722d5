"""Accounts: people who log in by e-mail."""

import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from simple_history.models import HistoricalRecords

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Recht, Rol
from mantelzorg.velden import Regel


class UserManager(BaseUserManager["User"]):
    """Makes accounts; an account without a password cannot log in until its owner sets one by mailed link."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=(username or "").strip())

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "User":
        user = self.model(email=email, **velden)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **velden: Any) -> "User":
        """For `manage.py createsuperuser`: the first functioneel beheerder of an installation."""
        user = self.create_user(email, password, **velden)
        user.groups.add(Group.objects.get(name=Rol.BEHEERDER))
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. Roles are groups; what a role may is in `mantelzorg.toegang`."""

    email = models.EmailField(
        "e-mailadres",
        max_length=254,
        unique=True,
        error_messages={"unique": "Er is al een account met dit e-mailadres."},
    )
    naam = Regel("naam", blank=True)
    werkgever = Regel("werkgever", blank=True)
    einddatum = models.DateField(
        "einddatum", null=True, blank=True, help_text="De laatste dag waarop dit account kan inloggen."
    )
    is_active = models.BooleanField("actief", default=True, help_text="Zet dit uit om het account meteen te sluiten.")
    date_joined = models.DateTimeField("gemaakt op", default=timezone.now, editable=False)

    alleen: frozenset[Recht] | None = None
    """The rights that hold for this request alone, where a token was shown; None: all that the roles give."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()
    history = HistoricalRecords(excluded_fields=["password", "last_login"], m2m_fields=["groups"])

    class Meta:
        verbose_name = "account"
        verbose_name_plural = "accounts"
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_kleine_letters"),
            models.CheckConstraint(
                condition=~models.Q(email__contains=";"),
                name="user_email_zonder_puntkomma",
                violation_error_message="Een e-mailadres met een puntkomma kan niet.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam or self.email

    def clean_fields(self, exclude: Any = None) -> None:
        self.email = self.email.strip().lower()
        super().clean_fields(exclude)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        alleen_ingelogd = set(kwargs.get("update_fields") or ()) == {"last_login"}
        if alleen_ingelogd:
            self.skip_history_when_saving = True  # simple-history looks whether it is there
        try:
            super().save(*args, **kwargs)
        finally:
            self.__dict__.pop("skip_history_when_saving", None)

    @cached_property
    def rollen(self) -> frozenset[Rol]:
        """The roles this person has; one query a request."""
        namen = set(self.groups.values_list("name", flat=True))
        return frozenset(rol for rol in Rol if rol.value in namen)

    def open_op(self, dag: datetime.date) -> bool:
        """Whether the account can be used on `dag`: not closed, and not past its end date."""
        return self.is_active and (self.einddatum is None or self.einddatum >= dag)

    @property
    def is_staff(self) -> bool:
        """Django's admin asks this; what one sees there is for `mantelzorg.beheersite` to say."""
        return self.open_op(vandaag()) and bool(self.rollen - {Rol.ANALIST})
