"""Provinces, cities and communes of today, and the names that they had before 1/7/2025."""

from reportgen.places.communes import Commune, communes_of, find_communes
from reportgen.places.former import FormerProvince, find_former, former_provinces
from reportgen.places.provinces import Province, Status, find_province, provinces

__all__ = [
    "Commune",
    "FormerProvince",
    "Province",
    "Status",
    "communes_of",
    "find_communes",
    "find_former",
    "find_province",
    "former_provinces",
    "provinces",
]
