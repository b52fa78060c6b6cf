"""Field names of other programs, services and sites.

These names are not misspellings: they are not reported, and no fix renames them. The lists contain the
names that the programs document or export, except for those that BibTeX and biblatex define.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["FIELDS_OF_OTHERS", "PROGRAMS"]

#: Program, service or site → field names.
PROGRAMS: Final[Mapping[str, frozenset[str]]] = {
    program: frozenset(names.split())
    for program, names in {
        "JabRef": """
            __markedentry assignee bibtexkey ccsid citationcount citationkey comment conf creationdate dayfiled
            file folder grouptree groups icore core issne issnp pissn keywords lb-filename lbfilename mesh-terms modificationdate
            monthfiled mr-number nationality nlm-id owner pdf printed priority ps qualityassured ranking
            pubmodel pubstatus readstatus relevance reportno review revision timestamp uri yearfiled zbl-number
            """,
        "Zotero, Better BibTeX": """
            abstractnote accessdate accessed archive archiveid archivelocation artworksize attachments
            blogtitle callnumber citation-key citationkey citekey collection collections company
            conferencename country court date-added date-modified dateadded datemodified distributor
            encyclopediatitle extra filingdate forumtitle genre identifier itemtype journalabbreviation key
            language legalstatus librarycatalog lccn medium meetingname nameofact numberofvolumes numpages
            place postdate priority proceedingstitle programminglanguage programtitle publicationtitle
            references relations repository rights runningtime scale seriesnumber seriestext seriestitle
            session shorttitle studio system thesistype university videorecordingformat websitetitle
            websitetype
            """,
        "Mendeley": """
            annote arxivid city country department file genre issn keywords mendeley-groups mendeley-tags
            medium pmid revision shorttitle usertype websites
            """,
        "EndNote": """
            accession-number accessionnumber alternate-journal alternatejournal author-address authoraddress
            call-number custom1 custom2 custom3 custom4 database-provider databaseprovider
            electronic-resource-number label legal-note name-of-database nameofdatabase original-publication
            place-published record-number recordnumber reference-type referencetype reprint-edition
            research-notes researchnotes secondary-title short-title start-page tertiary-title
            translated-author translated-title type-of-work typeofwork work-type
            """,
        "HighWire": """
            access-date accessdate abstract-url elocation-id elocationid elocation eprint fulltext
            full-text-url pdf-url journal-abbrev publication-date
            """,
        "MathSciNet": """
            coden fjournal fseries issn mathscinet mr mrclass mrkey mrnumber mrreviewer msc sjournal
            """,
        "zbMATH": """
            classmath fjournal fseries language msc2000 msc2010 msc2020 zbl zblnumber zbmath zbmathid
            zbreviewer
            """,
        "ADS": """
            adscomment adsdoi adsnote adsurl bibcode bibstem author_norm page_count
            """,
        "INSPIRE": """
            collaboration inspire inspireid note recid reportnumber slaccitation spires texkey
            """,
        "DBLP": """
            biburl bibsource cdrom cite ee mdate publnr publtype stream timestamp
            """,
        "al-folio": """
            abbr additional_info altmetric annotation arxiv award award_name bibtex_show blog code dimensions
            google_scholar_id hal html inspirehep_id pdf poster preview selected slides supp video website
            """,
        "jekyll-scholar": """
            bibliography_file category details highlight image in_press link project reference repository slug
            thumbnail
            """,
        "Hugo Blox": """
            author_notes authors_notes caption draft featured image_caption links math project projects
            publication publication_short publication_types publishdate source summary tags url_code
            url_custom url_dataset url_pdf url_poster url_preprint url_project url_slides url_source url_video
            """,
        "BibDesk, Papers": """
            local-url papers3 posted-at rating read remote-url rss-description uri
            """,
        "BibSonomy, CiteULike": """
            added-at citeulike-article-id citeulike-linkout-0 description interhash intrahash posted-at
            privnote username
            """,
        "Web of Science": """
            affiliation affiliations author-email book-author book-group-author cited-references da
            doc-delivery-number early-access-date early-access-month early-access-year earlyaccessdate eissn
            esi-highly-cited-paper esi-hot-paper funding-acknowledgement funding-text journal-iso
            keywords-plus meeting number-of-cited-references oa orcid-numbers part-number research-areas
            researcherid-numbers special-issue times-cited unique-id usage-count-last-180-days
            usage-count-since-2013 web-of-science-categories web-of-science-index
            """,
        "Scopus": """
            abbrev_source_title art_number author_keywords chemicals_cas coden conference_code correspondence_address1
            document_type editor funding_details funding_text funding_text_1 manufacturers molecular_seqnumbers
            page_count publication_stage pubmed_id references source sponsors tradenames
            """,
        "HAL, OSTI, ACM, NASA, publishers": """
            acmid articleno contribution distributionurl eissn funders funding hal_id hal_local_reference
            hal_version issue_date isbn_online isbn_print issn_online issn_print lpage fpage osti_id oai
            online pissn pubdate publicationdate published_online received accepted revised sponsor sponsoring
            topicid
            """,
        "CVs and home pages": """
            acceptance acceptance_rate caption coauthor coauthors conference created dates grade grant ifactor
            invited lang modified name newversion oldversion phd preprint presenter presentationtype rate
            scope speaker speakers student students updated venues
            """,
    }.items()
}

FIELDS_OF_OTHERS: Final = frozenset[str]().union(*PROGRAMS.values())
