"""The State's directory of public services."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.listing import Coverage, ListingKind
from ctg_desktop.domain.progress import silent
from ctg_desktop.errors import UserError
from ctg_desktop.imports.dila import DilaFile
from ctg_desktop.imports.recognise import recognise

from .foreign import CONTEXT, SERVICE, Memory, dila, read

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["valeur", "commentaire", "libelle"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_town_hall(tmp_path: Path) -> None:
    memory = Memory()
    memory.take_in(dila(tmp_path / "services.json", SERVICE))
    hall = memory.only
    assert (hall.kind, hall.category, hall.coverage) == (
        ListingKind.PUBLIC_SERVICE,
        "town-hall",
        Coverage.COMMUNE,
    )
    assert hall.address == Address(("10 place de l'Invention",), "86400", "Civray", "86078")
    assert hall.phones == (Phone("+33549000001", "Accueil"),)
    assert hall.emails == (Email("mairie@civray.example"),)
    assert hall.website == "http://www.civray.example"
    assert hall.accessibility == "Accessible aux personnes à mobilité réduite – rampe d'accès"
    assert hall.external_ids.dila == SERVICE["id"]
    assert hall.external_ids.siret == "21860078000011"
    assert hall.source.endswith("Licence Ouverte, fiche du 08/03/2026")
    assert hall.verified_on is None


def test_hours_keep_the_comment_with_its_day(tmp_path: Path) -> None:
    (record,) = read(dila(tmp_path / "services.json", SERVICE))
    weekdays, saturday = record.listing.opening_hours.split("; ")
    assert weekdays == "Mo-Fr 09:00-12:00,14:00-17:00"
    assert saturday.startswith("Sa 09:00-12:00")
    assert "Ouvert uniquement le 2e et 4e samedis de chaque mois." in saturday
    assert record.kept_as_text == ("opening_hours",)


def test_a_comment_on_all_hours_is_said_once(tmp_path: Path) -> None:
    service = SERVICE | {
        "plage_ouverture": [
            *SERVICE["plage_ouverture"][:1],
            SERVICE["plage_ouverture"][1] | {"commentaire": ""},
        ],
        "commentaire_plage_ouverture": "Prendre rendez-vous en ligne de préférence.",
    }
    (record,) = read(dila(tmp_path / "services.json", service))
    assert record.listing.opening_hours == "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00"
    assert record.listing.conditions == "Prendre rendez-vous en ligne de préférence."


def test_hours_that_cannot_be_are_kept_as_text(tmp_path: Path) -> None:
    wrong = SERVICE["plage_ouverture"][0] | {"valeur_heure_fin_1": "25:61:00"}
    (record,) = read(dila(tmp_path / "services.json", SERVICE | {"plage_ouverture": [wrong]}))
    assert "Mo-Fr 14:00-17:00" in record.listing.opening_hours
    assert record.kept_as_text == ("opening_hours",)


def test_only_services_whose_pivot_covers_the_commune(tmp_path: Path) -> None:
    elsewhere = SERVICE | {"pivot": [{"code_insee_commune": ["86194"]}], "id": "2"}
    wide = SERVICE | {
        "id": "3",
        "nom": "Maison des droits",
        "pivot": [{"type_service_local": "msap", "code_insee_commune": ["86194", "86078"]}],
    }
    records = read(dila(tmp_path / "services.json", elsewhere, wide))
    assert [record.skip for record in records] == ["other-commune", ""]
    assert records[1].listing.coverage is Coverage.COMMUNITY
    assert records[1].listing.category == "solidarity-rights"
    assert "digital-rights" in records[1].listing.themes


@pytest.mark.parametrize(
    "odd",
    [
        dict.fromkeys(SERVICE, None) | {"nom": "Mairie", "pivot": SERVICE["pivot"]},
        SERVICE | {"telephone": "05 49 00 00 01", "adresse": {"nom_commune": "Civray"}},
        SERVICE | {"telephone": json.dumps(SERVICE["telephone"]), "pivot": SERVICE["pivot"][0]},
        SERVICE | {"plage_ouverture": [{"nom_jour_debut": "Jour", "commentaire": 3}]},
        SERVICE | {"plage_ouverture": [None, [], "x"], "site_internet": [[]], "siret": 3.5},
        {"nom": "Mairie", "code_insee_commune": "86078"},
    ],
)
def test_nulls_and_odd_types_do_not_lose_the_service(tmp_path: Path, odd: dict[str, Any]) -> None:
    records = read(dila(tmp_path / "services.json", SERVICE | {"id": "9"}, odd))
    assert [record.skip + record.refuse for record in records] == ["", ""]
    assert records[1].listing.name.startswith("Mairie")


def test_html_in_missions_becomes_text(tmp_path: Path) -> None:
    mission = "<p>Aide aux d&eacute;marches.</p><p>Sur <b>rendez-vous</b>.<br/>5 < 6</p>"
    (record,) = read(dila(tmp_path / "services.json", SERVICE | {"mission": mission}))
    assert record.listing.summary == "Aide aux démarches."
    assert record.listing.description == "Aide aux démarches.\nSur rendez-vous.\n5 < 6"


def test_unpublished_services_are_left_out(tmp_path: Path) -> None:
    (record,) = read(dila(tmp_path / "services.json", SERVICE | {"statut_de_diffusion": "false"}))
    assert record.skip == "not-published"


def test_byte_order_mark_and_other_keys_before(tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    whole = {"date": "2026", "autre": [{"nom": "x"}], "service": [SERVICE]}
    path.write_text(json.dumps(whole), "utf-8-sig")
    assert [record.listing.name for record in read(path)] == ["Mairie - Civray"]


def test_json_that_is_no_directory(tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_text('[{"nom": "Lieu", "pivot": "34422913300196", "services": "x"}]', "utf-8")
    with pytest.raises(UserError) as caught:
        recognise(path, context=CONTEXT)
    assert caught.value.code == "file-format-unknown"


def test_cut_anywhere_is_damaged_or_unknown_never_a_crash(tmp_path: Path) -> None:
    whole = dila(tmp_path / "whole.json", SERVICE, SERVICE | {"id": "2"}).read_bytes()
    cut = tmp_path / "cut.json"
    for length in range(1, len(whole) - 1, 37):
        cut.write_bytes(whole[:length])
        with pytest.raises(UserError) as caught:
            list(DilaFile(cut, "service.item", CONTEXT).records(silent))
        assert caught.value.code == "file-damaged"
        with pytest.raises(UserError) as caught:
            read(cut)
        assert caught.value.code in {"file-damaged", "file-format-unknown"}


def test_an_object_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "endless.json"
    start = json.dumps({"service": [SERVICE]}).removesuffix("]}")
    path.write_text(start + ', {"nom": "' + "x" * 20_000_000 + '"}]}', "utf-8")
    with pytest.raises(UserError) as caught:
        read(path)
    assert caught.value.code == "file-damaged"


@pytest.mark.parametrize("number", ["1e999", "9" * 5000])
def test_numbers_beyond_measure_are_damage(tmp_path: Path, number: str) -> None:
    path = tmp_path / "numbers.json"
    body = json.dumps(SERVICE).removesuffix("}") + f', "x": {number}}}'
    path.write_text(f'{{"service": [{json.dumps(SERVICE)}, {body}]}}', "utf-8")
    with pytest.raises(UserError) as caught:
        read(path)
    assert caught.value.code == "file-damaged"


@given(st.dictionaries(st.sampled_from(sorted(SERVICE)), JSON, max_size=6))
def test_any_values_in_a_service_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, odd: dict[str, Any]
) -> None:
    service = SERVICE | odd | {"pivot": SERVICE["pivot"]}
    path = dila(tmp_path_factory.mktemp("dila") / "services.json", SERVICE | {"id": "x"}, service)
    memory = Memory()
    memory.take_in(path)
    again = memory.take_in(path)
    assert not [row for row in again.rows if row.after is not None]
