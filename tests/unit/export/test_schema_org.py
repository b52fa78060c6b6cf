"""JSON-LD: types, people, addresses, and what is never in it."""

from __future__ import annotations

import json

import pytest

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.export import (
    NOWHERE,
    group_jsonld,
    known_people,
    list_jsonld,
    person_jsonld,
    script_json,
    to_jsonld,
)
from sphinx_vitae.model import Profile, Settings
from unit.export.sample import ALL, HOME, PLACE, WORKS, entry

ADA = Profile(
    name="Lovelace, Ada",
    aliases=("Lovélace, Ada",),
    orcid="0000-0002-1825-0097",
    url="https://ada.example/",
    headline="Analyst of engines",
    affiliation="Analytical Society",
    email="ada@ada.example",
    phone="+44 20 5550100",
    address="St James’s Square",
    links=(
        ("Code", "https://code.example/ada"),
        ("Mail", "mailto:ada@ada.example"),
        ("Call", "tel:+44205550100"),
        ("CV", "cv.pdf"),
    ),
)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("journal", "ScholarlyArticle"),
        ("conference", "ScholarlyArticle"),
        ("workshop", "ScholarlyArticle"),
        ("book", "Book"),
        ("edited", "Book"),
        ("chapter", "Chapter"),
        ("review", "ScholarlyArticle"),
        ("preprint", "ScholarlyArticle"),
        ("thesis", "Thesis"),
        ("report", "Report"),
        ("patent", "CreativeWork"),
        ("software", "SoftwareSourceCode"),
        ("dataset", "Dataset"),
        ("poster", "PresentationDigitalDocument"),
        ("other", "CreativeWork"),
        ("talk", "Event"),
    ],
)
def test_each_entry_has_its_type(key: str, kind: str) -> None:
    node = to_jsonld(ALL[key], PLACE)
    assert (node["@context"], node["@type"], node["@id"]) == ("https://schema.org", kind, PLACE.page)
    assert node["name"]


def test_kinds_without_a_type_have_no_document() -> None:
    for record in ALL.values():
        assert bool(to_jsonld(record, PLACE)) == (record.kind in ("publication", "talk"))


def test_an_article_is_in_an_issue_of_a_volume_of_a_periodical() -> None:
    node = to_jsonld(WORKS["journal"], PLACE, awards=["Best Paper Award"])
    assert node["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "5",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "26",
            "isPartOf": {"@type": "Periodical", "name": "Journal of Sparse Matters", "issn": "1234-5679"},
        },
    }
    assert (node["pageStart"], node["pageEnd"], node["datePublished"]) == ("1", "46", "2024-05-17")
    assert node["identifier"] == {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1234/abc_(5)"}
    assert node["sameAs"] == "https://doi.org/10.1234/abc_(5)"
    assert node["license"] == "https://spdx.org/licenses/CC-BY-4.0"
    assert node["award"] == "Best Paper Award"
    assert node["encoding"]["contentUrl"] == PLACE.pdf


def test_a_paper_is_in_a_book_of_a_series_and_at_an_event() -> None:
    node = to_jsonld(WORKS["conference"], PLACE)
    assert node["isPartOf"]["name"] == "Proceedings of the 3rd Symposium on Engines"
    assert node["isPartOf"]["isPartOf"] == {"@type": "BookSeries", "name": "Lecture Notes in Engines"}
    assert node["publication"] == {
        "@type": "PublicationEvent",
        "name": "3rd Symposium on Engines",
        "startDate": "2023-06-03",
        "location": {"@type": "Place", "name": "London"},
    }


def test_every_author_is_there_with_what_is_known_of_them() -> None:
    catalogue = Catalogue(ALL.values(), Settings(owners=(ADA,)))
    authors = to_jsonld(WORKS["journal"], PLACE, known_people(catalogue))["author"]
    assert authors[0] == {
        "@type": "Person",
        "@id": f"{HOME}#me",
        "name": "Ada Lovélace",
        "givenName": "Ada",
        "familyName": "Lovélace",
        "affiliation": {"@type": "Organization", "name": "Analytical Society"},
        "url": "https://ada.example/",
        "sameAs": "https://orcid.org/0000-0002-1825-0097",
    }
    assert authors[1]["familyName"] == "van der Berg"
    assert authors[2] == {"@type": "Organization", "name": "Sämple Collaboration"}
    assert [author["name"] for author in authors[3:]] == ["María del Carmen García y Vega"]


def test_a_namesake_of_the_owner_is_not_the_owner() -> None:
    record = entry("title={T}, author={Lovelace, A. and Lovelace, Arthur}")
    catalogue = Catalogue([record, *ALL.values()], Settings(owners=(ADA,)))
    authors = to_jsonld(record, PLACE, known_people(catalogue))["author"]
    assert not any("@id" in author for author in authors)


def test_a_talk_is_an_event_with_its_time_place_speaker_and_works() -> None:
    catalogue = Catalogue(ALL.values(), Settings(owners=(ADA,)))
    works = [("On decay", f"{HOME}publications/k.html")]
    node = to_jsonld(ALL["talk"], PLACE, known_people(catalogue), works=works)
    assert node["startDate"] == "2024-05-17T18:30:00+01:00"
    assert node["location"] == {"@type": "Place", "name": "Theatre, London"}
    assert node["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert node["performer"]["@id"] == f"{HOME}#me"
    assert node["organizer"]["name"] == "Royal Institution"
    assert node["workFeatured"]["url"] == f"{HOME}publications/k.html"
    assert node["recordedIn"]["url"] == "https://video.example/1"
    days = to_jsonld(ALL["talkdays"], PLACE)
    assert (days["startDate"], days["endDate"]) == ("2022-06-30", "2022-07-02")
    assert days["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert "location" not in days


def test_the_home_page_of_a_person_says_who_they_are() -> None:
    node = person_jsonld(
        ADA, PLACE, job_title="Analyst", alumni_of=["University of London"], awards=["Medal"]
    )
    person = node["mainEntity"]
    assert (node["@type"], person["@type"], person["@id"]) == ("ProfilePage", "Person", f"{HOME}#me")
    assert (person["name"], person["jobTitle"], person["award"]) == ("Ada Lovelace", "Analyst", "Medal")
    assert person["alumniOf"] == {"@type": "Organization", "name": "University of London"}
    assert person["sameAs"] == ["https://orcid.org/0000-0002-1825-0097", "https://code.example/ada"]
    assert person["image"] == PLACE.image


def test_the_home_page_of_a_group_names_its_members() -> None:
    node = group_jsonld("Engines Group", [ADA, Profile(name="Babbage, Charles", role="Alumnus")], PLACE)
    assert (node["@type"], node["name"]) == ("ResearchOrganization", "Engines Group")
    assert [member["name"] for member in node["member"]] == ["Ada Lovelace", "Charles Babbage"]
    assert node["member"][1]["jobTitle"] == "Alumnus"


def test_a_list_is_a_collection_of_addresses() -> None:
    node = list_jsonld("Publications", PLACE, [f"{HOME}a", "", f"{HOME}b"])
    assert node["@type"] == "CollectionPage"
    assert [item["url"] for item in node["mainEntity"]["itemListElement"]] == [f"{HOME}a", f"{HOME}b"]
    assert node["mainEntity"]["numberOfItems"] == 2


def test_email_addresses_and_telephone_numbers_are_nowhere() -> None:
    catalogue = Catalogue(ALL.values(), Settings(owners=(ADA,), people=(ADA,)))
    people = known_people(catalogue)
    documents = [to_jsonld(record, PLACE, people) for record in ALL.values()]
    documents += [person_jsonld(ADA, PLACE), group_jsonld("G", [ADA], PLACE)]
    written = json.dumps(documents)
    assert not any(secret in written for secret in ("@ada.example", "5550100", "mailto", "tel:", "St James"))


def test_what_needs_an_address_is_left_out_without_one() -> None:
    node = to_jsonld(WORKS["conference"], NOWHERE)
    assert not {"@id", "url", "encoding", "image"} & set(node)
    assert "url" not in list_jsonld("P", NOWHERE, [])


def test_no_value_can_end_the_script_it_is_in() -> None:
    record = entry("title={</script><script>alert(1)</script> <!-- & \u2028}")
    written = script_json(to_jsonld(record, PLACE))
    assert not any(character in written for character in "<>&\u2028")
    assert json.loads(written)["name"].startswith("</script>")
