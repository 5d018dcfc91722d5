"""Rules for passwords, where Django's own don't speak Dutch."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class MinstensZoLang(MinimumLengthValidator):
    """A least length; Django 5.2 has no Dutch for its message."""

    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."
