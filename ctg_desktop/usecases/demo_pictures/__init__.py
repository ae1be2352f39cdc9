"""Illustrations of the demonstration commune, drawn by the program: no photograph of anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ctg_desktop.usecases.demo_pictures import arms, river, subjects, village
from ctg_desktop.usecases.demo_pictures.canvas import Canvas

PNG, JPEG = "image/png", "image/jpeg"


@dataclass(frozen=True, slots=True)
class DemoPicture:
    """A finished illustration.

    Attributes:
        key: Name by which listings and settings ask for it.
        media_type: ``image/png`` or ``image/jpeg``.
        width: In pixels.
        height: In pixels.
        alt: What it shows, in French.
    """

    key: str
    media_type: str
    width: int
    height: int
    content: bytes
    alt: str


_SCENES: dict[str, tuple[Callable[[], Canvas], str]] = {
    "landscape": (
        river.landscape,
        "Le village, son église, son pont et son moulin au bord du Clain",
    ),
    "coat-of-arms": (arms.coat_of_arms, "Blason de la commune : roue de moulin, ondes et épis"),
    "watermill": (village.watermill, "Le moulin et sa roue au bord de l’eau"),
    "school": (village.school, "L’école du village et son horloge"),
    "market-hall": (village.market_hall, "La halle et ses étals un jour de marché"),
    "church": (village.church, "L’église et son clocher"),
    "bus-stop": (village.bus_stop, "Un car devant l’abri de l’arrêt"),
    "book": (subjects.book, "Un livre ouvert d’où s’envolent des feuilles"),
    "sports": (subjects.sports, "Un ballon devant un but de football"),
    "garden": (subjects.garden, "Un potager fleuri, sa cabane et son arrosoir"),
    "clinic": (subjects.clinic, "Une croix verte et un cœur"),
    "recycling": (subjects.recycling, "Trois bacs de tri"),
    "river": (river.river, "Une barque sur la rivière, entre les roseaux"),
}

KEYS = tuple(_SCENES)


def draw(key: str) -> DemoPicture:
    """Return one illustration; the same pixels at each call.

    Raises:
        KeyError: No illustration has this key: our bug.
    """
    scene, alt = _SCENES[key]
    canvas = scene()
    clear = key == "coat-of-arms"
    return DemoPicture(
        key=key,
        media_type=PNG if clear else JPEG,
        width=canvas.width,
        height=canvas.height,
        content=canvas.png() if clear else canvas.jpeg(),
        alt=alt,
    )
