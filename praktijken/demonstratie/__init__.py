"""The demonstration programme: content that reads as real, about invented people and organisations."""
