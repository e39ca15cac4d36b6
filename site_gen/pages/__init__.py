"""One kind of page per module: values in, `Page` out."""
