"""Invented sites of other programs, small, with one of each thing that such a site has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from png_files import png

PNG = png(400)
PDF = b"%PDF-1.4\n%%EOF\n"

PAPERS = """\
@string{loom = {Journal of Looms}}

@article{roe2021weaving,
  author = {Roe, Jane and Doe, John}, title = {Weaving by {Machine}}, journal = loom, year = {2021},
  volume = {3}, pages = {1--9}, preview = {weaving.png}, pdf = {roe2021.pdf}, selected = {true}, abbr = {JL},
}

@inproceedings{roe2022knots, author = {Roe, J. and Poe, Ann}, title = {Knots}, booktitle = {Fair of Looms}, year = {2022}}
"""

AL_FOLIO: Mapping[str, str | bytes] = {
    "_config.yml": (
        "first_name: Jane\nmiddle_name: Mary\nlast_name: Roe\nurl: https://roe.example\n"
        "scholar:\n  last_name: [Roe]\n  first_name: [Jane, J.]\n"
    ),
    "_bibliography/papers.bib": f"---\n---\n\n{PAPERS}",
    "_data/socials.yml": (
        "email: jane@roe.example\ngithub_username: janeroe\norcid_id: 0000-0002-1825-0097\n"
        "mystery_network: janeroe\nscholar_userid: abcDEF123AAJ\n"
    ),
    "_data/coauthors.yml": '"doe":\n  - firstname: ["John", "J."]\n    url: https://doe.example\n',
    "_data/venues.yml": '"JL":\n  url: https://looms.example\n  color: "#00369f"\n',
    "_data/cv.yml": (
        "- title: Education\n  type: time_table\n  contents:\n"
        "    - title: PhD in Weaving\n      institution: University of Cloth\n      year: 2015 - 2019\n"
        "      description:\n        - First thesis on looms & <b>more</b>.\n"
        "- title: Honors and Awards\n  type: time_table\n  contents:\n"
        "    - title: Golden Shuttle\n      year: 2020\n"
        "- title: Academic Interests\n  type: nested_list\n  contents:\n"
        "    - title: Threads\n      items:\n        - Wool\n        - Silk\n"
    ),
    "_news/one.md": (
        "---\nlayout: post\ndate: 2024-05-02 10:00:00-0400\ninline: true\n---\n"
        "Our paper on [knots](https://knots.example) is *out*.\n"
    ),
    "_news/two.md": (
        "---\nlayout: post\ntitle: A workshop\ndate: 2024-06-01\n---\n# Programme\n\n### Late heading\n\n"
        "See [the project](/projects/loom/), [the paper](/assets/pdf/roe2021.pdf) and [gone](/gone/). {% cite roe2022knots %}\n"
    ),
    "_projects/loom.md": (
        "---\nlayout: page\ntitle: The Loom\ndescription: A loom & its parts\nimg: assets/img/loom.png\ncategory: work\n---\n"
        'A loom.\n\n{% include figure.liquid path="assets/img/loom.png" title="the loom" %}\n\n{% include repository/repo.liquid %}\n'
    ),
    "_teachings/weaving.md": (
        "---\nlayout: course\ntitle: Weaving I\nyear: 2024\nterm: Fall\ndescription: Lecturer\ninstructor: Jane Roe\n---\nA course.\n"
    ),
    "_team/poe.md": (
        "---\ntitle: Ann Poe\ndescription: Threads\ncategory: PhD student\nimg: assets/img/poe.png\n---\n"
    ),
    "_pages/about.md": (
        "---\nlayout: about\npermalink: /\nsubtitle: Professor of weaving\nprofile:\n  image: jane.png\n---\n"
        'I weave.\n\n```{include} /etc/passwd\n```\n\n> ```{raw} html\n> <b>no</b>\n> ```\n\n<a href="/old/">old</a>\n'
    ),
    "_pages/publications.md": "---\nlayout: page\npermalink: /publications/\ntitle: publications\n---\n{% bibliography %}\n",
    "assets/img/jane.png": PNG,
    "assets/img/loom.png": PNG,
    "assets/img/poe.png": PNG,
    "assets/img/publication_preview/weaving.png": PNG,
    "assets/pdf/roe2021.pdf": PDF,
    "assets/pdf/roe2022knots.pdf": PDF,
}

ACADEMICPAGES: Mapping[str, str | bytes] = {
    "_config.yml": (
        'author:\n  name: "Max Moe"\n  avatar: "me.png"\n  bio: "Reader in knitting"\n  location: "Turku"\n'
        '  employer: "Knit College"\n  email: "max@moe.example"\n  github: "maxmoe"\n  orcid: "https://orcid.org/0000-0001-5109-3700"\n'
        '  fediverse: "@max"\n'
    ),
    "_publications/2019-01-01-knit.md": (
        '---\ntitle: "Knit & Purl"\ncategory: manuscripts\npermalink: /publication/knit\ndate: 2019-01-01\n'
        "venue: 'Yarn Letters'\npaperurl: '/files/knit.pdf'\n"
        "citation: 'Moe, M., &amp; Noe, N. (2019). &quot;Knit &amp; Purl.&quot; <i>Yarn Letters</i>. 4(2): 10–19.'\n---\n"
        "Abstract: We knit.\n"
    ),
    "_publications/2020-03-01-purl.md": (
        '---\ntitle: "Purl Alone"\ncategory: conferences\ndate: 2020-03-01\nvenue: "Yarn Fair"\n'
        "paperurl: 'https://doi.org/10.5555/purl.1'\n---\nNo citation here.\n"
    ),
    "_publications/2009-10-01-paper-title-number-1.md": '---\ntitle: "Paper Title Number 1"\ndate: 2009-10-01\n---\n',
    "_talks/2021.md": (
        '---\ntitle: "Stitches"\ntype: "Tutorial"\npermalink: /talks/stitches\nvenue: "University of Wool, Department of Yarn"\n'
        'date: 2021-04-05\nlocation: "Oslo"\n---\nAbout [stitches](https://stitches.example).\n'
    ),
    "_teaching/knit.md": (
        '---\ntitle: "KNIT-1: Knitting (Spring 2018)"\ntype: "Course"\nvenue: "Knit College"\ndate: 2018-01-01\nlocation: "Turku"\n'
        'excerpt: "<i>Course, Assistant</i><br/> Knitting."\n---\n'
    ),
    "_portfolio/hat.md": (
        '---\ntitle: "A Hat"\nexcerpt: "A hat<br/><img src=\'/images/hat.png\'>"\n---\n'
        "{: .notice}\nThe ![hat](/images/hat.png).\n"
    ),
    "_pages/about.md": "---\npermalink: /\ntitle: Home\nredirect_from:\n  - /about/\n---\n{% include base_path %}\nI knit.\n",
    "_pages/links.md": "---\npermalink: /links/\ntitle: Links\n---\nSee [my talk](/talks/stitches).\n",
    "images/me.png": PNG,
    "images/hat.png": PNG,
    "files/knit.pdf": PDF,
}

HUGO: Mapping[str, str | bytes] = {
    "content/authors/admin/_index.md": (
        "---\ntitle: Kim Koe\nsuperuser: true\nrole: Lecturer\norganizations:\n- name: Felt Institute\n  url: ''\n"
        "education:\n  courses:\n  - course: PhD in Felt\n    institution: Felt Institute\n    year: 2012\n"
        "interests:\n- Felt\nsocial:\n- icon: envelope\n  link: mailto:kim@koe.example\n- icon: github\n  link: https://github.com/kimkoe\n---\n"
        "Kim felts.\n"
    ),
    "content/authors/admin/avatar.png": PNG,
    "content/authors/lee-loe/_index.md": (
        "---\ntitle: Lee Loe\nrole: PhD student of felt\nuser_groups:\n- Grad Students\nsocial:\n- icon: globe\n  link: https://loe.example\n---\n"
    ),
    "content/publication/felt/index.md": (
        '---\ntitle: Felt\nauthors:\n- admin\n- Lee Loe\nauthor_notes:\n- Equal contribution\n- Equal contribution\ndate: "2018-01-01"\n'
        "publication_types: ['2']\npublication: '*Felt Letters*'\npublication_short: FL\ndoi: 10.5555/felt\nabstract: On felt.\n"
        "tags: [felt]\nfeatured: true\nurl_code: https://code.example/felt\nurl_video: '#'\nprojects: [hat]\n---\n"
    ),
    "content/publication/felt/cite.bib": (
        "@article{koe2018felt,\n  title = {Felt},\n  author = {Koe, Kim and Loe, Lee},\n  journal = {Felt Letters},\n  year = 2018\n}\n"
    ),
    "content/publication/felt/featured.png": PNG,
    "content/publication/felt/felt.pdf": PDF,
    "content/publications/loft/index.md": (
        "---\ntitle: Loft\nauthors: [admin, Lee Loe]\ndate: '2026-02-03'\npublication_types: ['paper-conference']\n"
        "publication: In *Fair of Felt*\nhugoblox:\n  ids:\n    arxiv: 2601.00001v2\nlinks:\n- type: slides\n  url: https://slides.example\n---\n"
    ),
    "content/event/talk/index.md": (
        "---\ntitle: On Felt\nevent: Felt Day\nevent_url: https://feltday.example\nlocation: Hall 1\naddress:\n  city: Graz\n  country: Austria\n"
        'date: "2023-06-01T13:00:00Z"\ndate_end: "2023-06-02T15:00:00Z"\nabstract: A talk.\n---\n'
    ),
    "content/project/hat/index.md": (
        "---\ntitle: Felt Hats\nsummary: Hats of felt\nexternal_link: https://hats.example\n---\n{{% callout note %}}\nHats.\n{{% /callout %}}\n"
    ),
    "content/post/first/index.md": "---\ntitle: First\ndate: 2020-01-02\n---\nA post.\n",
    "content/home/experience.md": (
        '+++\nwidget = "experience"\nactive = true\ntitle = "Experience"\n[[experience]]\n  title = "Lecturer"\n'
        '  company = "Felt Institute"\n  date_start = "2015-01-01"\n  date_end = ""\n+++\n'
    ),
    "content/publication/example/index.md": (
        "---\ntitle: An example conference paper\nauthors: [admin]\nabstract: Lorem ipsum dolor sit amet\n---\n"
    ),
}

QUARTO: Mapping[str, str | bytes] = {
    "_quarto.yml": (
        'website:\n  title: "Sam Soe"\n  navbar:\n    right:\n      - icon: github\n        href: https://github.com/samsoe\n'
        "        aria-label: GitHub\n"
    ),
    "index.qmd": (
        "---\ntitle: Sam Soe\nsubtitle: Weaver · Tapestry House\nabout:\n  template: trestles\n  image: sam.png\n"
        "  links:\n    - text: ORCID\n      href: https://orcid.org/0000-0003-1613-5981\n---\n"
        "::: {.column}\nI weave tapestries.\n:::\n\n```{r}\nplot(1)\n```\n\n[News](news/opening.qmd)\n"
    ),
    "sam.png": PNG,
    "soe.bib": "@article{soe2020tapestry, author = {Soe, Sam}, title = {Tapestry}, journal = {Walls}, year = 2020}\n",
    "talks.bib": "@misc{soe2021hanging, author = {Soe, Sam}, title = {Hanging}, howpublished = {Wall Fair}, year = 2021}\n",
    "files/soe2020tapestry.pdf": PDF,
    "news/opening.qmd": "---\ntitle: Opening\ndate: 2023-03-04\naliases: [/old-news/]\n---\nIt is {{< fa check >}} open.\n",
    "research/warp.qmd": (
        "---\ntitle: Warp\ndate: 2022-01-01\nauthor:\n  - name: Sam Soe\n    orcid: 0000-0003-1613-5981\n    affiliation: Tapestry House\n"
        "  - name: Toe, Tom\ndoi: 10.5555/warp\npub-info:\n  links:\n    - name: Code\n      url: https://code.example/warp\n---\n"
        "## Abstract\n\nOn warp.\n"
    ),
    "teaching/ay_22-23.yml": (
        "- title: Tapestry I\n  university: Tapestry House\n  number: T1\n  semester:\n    - name: Fall 2022\n    - name: Spring 2023\n"
    ),
    "contact.qmd": "---\ntitle: Contact\n---\nWrite to me. {{< fa envelope >}}\n",
}

RENDERCV = """\
cv:
  name: Uma Uoe
  headline: Dyer
  location: Delft
  email: uma@uoe.example
  social_networks:
    - network: ORCID
      username: 0000-0002-9079-593X
    - network: Loomhub
      username: uma
  sections:
    education:
      - institution: School of Dye
        area: Indigo
        degree: PhD
        start_date: 2010-09
        end_date: 2014
        highlights: [First, "Second & last"]
    experience:
      - company: Dye Works
        position: Dyer
        start_date: 2015
        end_date: present
    publications:
      - title: Indigo
        authors: ["*Uma Uoe*", "V. Voe"]
        journal: Dye Letters
        doi: 10.5555/indigo
        date: 2016
    awards:
      - bullet: Blue Ribbon (2017)
    skills:
      - label: Dyes
        details: indigo, madder
"""

JSON_RESUME = """\
{
  // a comment, as people write them
  "basics": {"name": "Zoe Zoe", "label": "Felter", "email": "zoe@zoe.example", "hobby": "tea",
    "profiles": [{"network": "GitHub", "username": "zoezoe", "url": ""}]},
  "work": [{"name": "Felt Mill", "position": "Felter", "startDate": "2018-02", "endDate": ""}],
  "volunteer": [{"organization": "Felt Club", "position": "Treasurer", "startDate": "2019", "endDate": "2020"}],
  "awards": [{"title": "Felt Cup", "date": "2021-05-01", "awarder": "Felt Club", "summary": "For {felt}."}],
  "publications": [{"name": "How to Felt", "publisher": "Mill Press", "releaseDate": "2020-10-01", "url": "https://felt.example"}],
  "languages": [{"language": "Finnish", "fluency": "native"}],
}
"""

FOLDERS = {"al-folio": AL_FOLIO, "academicpages": ACADEMICPAGES, "hugo": HUGO, "quarto": QUARTO}
FILES = {"uma_CV.yaml": RENDERCV, "resume.json": JSON_RESUME}


def write_site(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files of a site."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def write_all(folder: Path) -> list[Path]:
    """Write all sites and files, and return what to name with ``--from``."""
    sites = [write_site(folder / name, files) for name, files in FOLDERS.items()]
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return [*sites, *(folder / name for name in FILES)]
