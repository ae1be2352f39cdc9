"""The tables of the vault, one module an aggregate."""

from ctg_desktop.db.tables.access import AccessRecord, ErasedRecord
from ctg_desktop.db.tables.base import Base, Journaled, SearchText, Values
from ctg_desktop.db.tables.category import CategoryRecord, ThemeRecord
from ctg_desktop.db.tables.dealings import (
    ContactNoteRecord,
    ErasedTallyRecord,
    ReferralRecord,
)
from ctg_desktop.db.tables.event import EventRecord
from ctg_desktop.db.tables.household import HouseholdRecord
from ctg_desktop.db.tables.journal import (
    ChangeSetRecord,
    FieldChangeRecord,
    KnowledgeRecord,
    SiteRecord,
)
from ctg_desktop.db.tables.listing import ListingRecord
from ctg_desktop.db.tables.picture import PictureContent, PictureRecord
from ctg_desktop.db.tables.register import RegisterLockRecord, RegisterRecord
from ctg_desktop.db.tables.setting import (
    ColumnMappingRecord,
    DraftRecord,
    PreferenceRecord,
    SettingRecord,
)

__all__ = [
    "AccessRecord",
    "Base",
    "CategoryRecord",
    "ChangeSetRecord",
    "ColumnMappingRecord",
    "ContactNoteRecord",
    "DraftRecord",
    "ErasedRecord",
    "ErasedTallyRecord",
    "EventRecord",
    "FieldChangeRecord",
    "HouseholdRecord",
    "Journaled",
    "KnowledgeRecord",
    "ListingRecord",
    "PictureContent",
    "PictureRecord",
    "PreferenceRecord",
    "ReferralRecord",
    "RegisterLockRecord",
    "RegisterRecord",
    "SearchText",
    "SettingRecord",
    "SiteRecord",
    "ThemeRecord",
    "Values",
]
