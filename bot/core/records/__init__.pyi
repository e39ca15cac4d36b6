# To the type checker these are the dataclasses of the standard library, which they behave like.
from dataclasses import dataclass as dataclass
from dataclasses import field as field
from dataclasses import replace as replace

def field_names(value: object) -> tuple[str, ...]: ...
def is_record(value: object) -> bool: ...
