"""The register's people, for Klopt dit? too."""

from tests.praktijken.register.conftest import register

__all__ = ["register"]
