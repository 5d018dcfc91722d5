"""The outbox: mail is put ready here, and sent by the worker."""
