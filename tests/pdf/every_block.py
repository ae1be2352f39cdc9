"""A paper that uses every block of the document model, and every sort of run."""

from __future__ import annotations

from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Break,
    Columns,
    Contents,
    CutLine,
    Definition,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Reference,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.furniture import Furniture, Landscape, Tab, TurnedText
from ctg_desktop.pdf.image import Drawing, Image
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.style import (
    A5,
    ACCENT,
    PAPER,
    QUIET,
    Align,
    PageSetup,
    StyleSheet,
    TextStyle,
    Weight,
)
from ctg_desktop.pdf.tables import Bar, Bars, Table
from tests.pdf.invented import EDITION, logo

PAGE = PageSetup(*A5, inner=42, outer=45, top=42, bottom=54)
SHEET = StyleSheet(
    {
        "heading-1": TextStyle(24, 27, Weight.BOLD, ACCENT, after=18, keep_with_next=True),
        "heading-2": TextStyle(12, 15, Weight.BOLD, before=12, keep_with_next=True),
        "heading-4": TextStyle(10, 12, Weight.BOLD, before=12, keep_with_next=True),
        "body": TextStyle(9.5, 12),
        "aside": TextStyle(8, 12, colour=QUIET, align=Align.RIGHT),
        "label": TextStyle(8.5, 12, Weight.SEMIBOLD, ACCENT),
        "contents": TextStyle(11.5, 15, before=9),
        "index": TextStyle(9, 12, hanging=9),
        "foot": TextStyle(8, 12, colour=QUIET),
        "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
        "tab": TextStyle(8, 9, Weight.BOLD, PAPER),
        "cover-kicker": TextStyle(14, 18, Weight.SEMIBOLD, PAPER),
        "cover-title": TextStyle(38, 41, Weight.BOLD, PAPER, smallest=20),
        "cover-number": TextStyle(13, 15, Weight.BOLD, PAPER),
        "cover-word": TextStyle(9.5, 15, colour=PAPER),
    }
)
SQUARES = Drawing(10, 10, "0 0 4 4 re 6 6 m 10 6 l 10 10 l 8 10 7 9 6 8 c h", "#1f5f5b")


def text(said: str) -> Runs:
    return (Run(said),)


def image() -> Image:
    picture = logo((48, 36))
    return Image(picture.media_type, picture.width, picture.height, picture.content)


def paper(*sections: Section, title: str = "Papier", language: str = "fr") -> Document:
    """A paper of these sections."""
    return Document(
        title=title,
        language=language,
        author="Valmoulin-sur-Clain",
        subject="Édition de novembre 2026",
        edition=EDITION,
        page=PAGE,
        sheet=SHEET,
        sections=sections,
    )


def every_block() -> Document:
    """Each block at least once; covers, contents, panels, pages that fill up a sheet."""
    return paper(
        _cover(),
        Section("Sommaire", (Heading(1, text("Sommaire"), "", ""), Contents(depth=2)), "#1f5f5b"),
        Section("Textes", _texts(), "#c96a4a", Furniture("Pied", True, Tab("Textes", 0.5))),
        Section("Figures", _figures(), "#e9c46a", columns=2, masthead=(_chapter("Figures"),)),
        Section("Volets", _forms(), "#7d2248", panels=(Panel(0, 30, 30, 300, 400),)),
        Section("Notes", (Heading(1, text("Notes")), WritingLines(fill=True)), multiple=4),
        Section(
            "Dos",
            (
                Paragraph(text("Mairie")),
                Paragraph((Run("05 49 00 12 34", target="tel:+33549001234"),)),
            ),
            "#1f5f5b",
            Furniture(backdrop=Landscape("#1f5f5b")),
        ),
    )


def _chapter(title: str) -> Heading:
    return Heading(1, text(title), title.lower(), title)


def _cover() -> Section:
    turned = TurnedText(10, 100, 80, "Texte couché", "foot")
    rows = (Definition(text("15"), (text("Samu"),)), Definition(text("112"), (text("Europe"),)))
    blocks: tuple[Block, ...] = (
        Paragraph(text("Livret"), "cover-kicker"),
        Heading(1, text("Valmoulin"), style="cover-title"),
        Space(fill=True),
        Definitions(rows, "cover-number", "cover-word", columns=2),
    )
    furniture = Furniture(backdrop=Landscape("#1f5f5b"), turned=(turned,))
    return Section("Couverture", blocks, "#1f5f5b", furniture)


def _texts() -> tuple[Block, ...]:
    return (
        _chapter("Textes"),
        Paragraph(
            (
                Run("Le 1"),
                Run("er", raised=True),
                Run(" jour\nest "),
                Run("férié", strong=True),
                Run(", "),
                Run("bank holiday", language="en"),
            )
        ),
        Heading(2, text("Liens"), "liens", "Liens"),
        Paragraph(
            (
                Run(
                    "www.valmoulin.example",
                    target="https://www.valmoulin.example/",
                    hint="Site : Mairie",
                ),
                Run(" "),
                Run("Écrire", target="mailto:mairie@valmoulin.example", hint="Écrire à la mairie"),
                Run(" "),
                Run("voir les figures", target="#figures"),
                Run(" "),
                Run("nulle part", target="#inconnu"),
            )
        ),
        Heading(4, text("Deux niveaux plus bas")),
        ItemList((text("une"), text("deux"))),
        ItemList((text("un"), text("deux")), Marker.NUMBER),
        ItemList((text("à cocher"),), Marker.TICK),
        Definitions(
            (
                Definition(text("Tarif"), (text("5 €"), text("gratuit"))),
                Definition((), (text("sur place"),)),
                Definition(text("Signature"), ()),
                Definition(text("English"), (text("Ask at the desk."),), "en"),
            )
        ),
        Rule(),
        CutLine(),
        Break(),
    )


def _figures() -> tuple[Block, ...]:
    return (
        Group(
            (
                Heading(2, text("Entrée"), "entrée & <fils>", "Entrée"),
                Beside(
                    (Paragraph(text("Deux images à droite.")),),
                    (Figure(image(), "Un logo", 60, 60), Figure(image(), "", 60, 60)),
                ),
            )
        ),
        Figure(
            SQUARES,
            "Code QR : site de la mairie",
            60,
            60,
            "https://www.valmoulin.example/",
            text("Site"),
        ),
        Box((Heading(2, text("Encadré")), Paragraph(text("Dans un encadré."))), ACCENT),
        Index((Reference(text("Entrée"), "entrée & <fils>"), Reference(text("Perdue"), "perdue"))),
    )


def _forms() -> tuple[Block, ...]:
    return (
        _chapter("Volets"),
        Columns((Part((Paragraph(text("À gauche")),)), Part((Paragraph(text("À droite")),), 2))),
        Table(
            (text("Quand"), text("Quoi"), ()),
            ((text("lundi"), text("marché"), ()),),
            (1, 2, 1),
            row_headers=True,
            caption="La semaine",
            ruled=True,
        ),
        Bars(
            (text("Rubrique"), text("Fiches")),
            (
                Bar(text("Associations"), 12, text("12 fiches")),
                Bar(text("Santé"), 0, text("0 fiche")),
                Bar(text("Commerces"), None, text("non renseigné")),
            ),
            caption="Fiches par rubrique",
        ),
        WritingLines(3),
    )
