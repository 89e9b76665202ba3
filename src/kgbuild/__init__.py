"""kgbuild reads Vietnamese policy documents and publishes who leads, who coordinates, by when, as linked data."""

__version__ = "0.1.0"
