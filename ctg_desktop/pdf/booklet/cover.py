"""The cover: name, edition, emergency numbers."""

from __future__ import annotations

from ctg_desktop.domain import wording
from ctg_desktop.domain.booklet import BookletContent, Picture
from ctg_desktop.pdf.booklet.theme import COVER
from ctg_desktop.pdf.document import Block, Definitions, Figure, Heading, Paragraph, Section, Space
from ctg_desktop.pdf.furniture import Backdrop, CoverPhotograph, Furniture, Landscape
from ctg_desktop.pdf.image import Image
from ctg_desktop.pdf.words import labelled, words

EMERGENCIES = (
    ("15", "Samu"),
    ("17", "Police, gendarmerie"),
    ("18", "Pompiers"),
    ("112", "Urgences en Europe"),
    ("114", "Sourds et malentendants"),
    ("3919", "Violences femmes info"),
    ("119", "Enfance en danger"),
)
_VOWELS = "aàâeéèêiîoôuœæhy"
_WIDE = 1.2
_SHARP = 900
_ARMS_SIZE = 63.0


def cover(content: BookletContent) -> Section:
    """Return the cover: drawn, or with the picture or coat of arms of the commune."""
    settings, profile = content.settings, content.profile
    picture = content.pictures.get(settings.cover_picture)
    title = settings.title.strip() or "Livret ressources"
    blocks: list[Block] = [
        Paragraph(words(title), "cover-kicker"),
        Heading(1, words(profile.name), style="cover-title"),
        Paragraph(words(settings.subtitle), "cover-text"),
    ]
    backdrop: Backdrop = Landscape(profile.accent)
    if picture is not None:
        image = image_of(picture)
        alt = settings.cover_picture_alt or f"Image de couverture : {profile.name}"
        if _fills_a_page(picture):
            backdrop = CoverPhotograph(profile.accent, image, alt)
        else:
            arms = Figure(image, alt, _ARMS_SIZE, _ARMS_SIZE)
            blocks += [Space(15), arms]
    blocks += [
        Space(fill=True),
        Paragraph(words(edition_line(content)), "cover-edition"),
        _emergencies(),
    ]
    return Section(
        "Couverture",
        tuple(blocks),
        profile.accent,
        Furniture(backdrop=backdrop),
        page=COVER,
    )


def edition_line(content: BookletContent) -> str:
    """Return "Édition de novembre 2026"."""
    return f"Édition {of(wording.month(content.edition.year, content.edition.month))}"


def of(name: str) -> str:
    """Return a name after "de", elided before a vowel: "d’avril 2026"."""
    return f"d’{name}" if name[:1].lower() in _VOWELS else f"de {name}"


def image_of(picture: Picture) -> Image:
    """Return a stored picture as the document model knows it."""
    return Image(picture.media_type, picture.width, picture.height, picture.content)


def _fills_a_page(picture: Picture) -> bool:
    return picture.width >= _SHARP and picture.width >= _WIDE * picture.height


def _emergencies() -> Definitions:
    rows = tuple(labelled(number, words(what)) for number, what in EMERGENCIES)
    return Definitions(rows, "cover-number", "cover-word", label_width=42.0, columns=2, gap=1.5)
