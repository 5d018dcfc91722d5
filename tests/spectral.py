"""The linter of the NL API Design Rules: npm's Spectral, and the rules, which stand beside the checkout."""

import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
REGELS = PROJECT.parent / "shared" / "controle" / "adr-spectral.yaml"
_EIGEN = PROJECT / ".venv" / "spectral" / "node_modules" / ".bin"
BRENG = "npm install --prefix .venv/spectral @stoplight/spectral-cli@6.16.3   (Node.js 18.18 of hoger)"


def spectral_pad() -> str | None:
    """The program: that of this checkout, else one on the PATH; None where there is none."""
    return shutil.which("spectral", path=str(_EIGEN)) or shutil.which("spectral")
