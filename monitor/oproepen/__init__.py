"""The figures of a call, at any reference date: counted once, shown in many ways (docs/oproepcijfers.md)."""
