"""What `check` advises gives the intended result if it is followed literally."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.bib.markup.text_parser import plain
from sphinx_vitae.catalogue import problems_of
from sphinx_vitae.model import Problem, ProblemKind, Settings


def problems(folder: Path, text: str) -> list[Problem]:
    file = folder / "refs.bib"
    file.write_text(text, encoding="utf-8")
    found = problems_of({"refs.bib": file}, Settings())
    return [problem for problem in found if problem.kind.severity != "note"]


def only_advice(folder: Path, entry: str) -> tuple[int, str]:
    (problem,) = problems(folder, entry)
    return problem.line, problem.fix


@pytest.mark.parametrize(
    ("names", "fix"),
    [
        ("{Mary Roe}, Jane Doe, Ann Poe", "write Mary Roe and Jane Doe and Ann Poe"),
        ("{Rain Group}, Jane Doe, Ann Poe", "write {Rain Group} and Jane Doe and Ann Poe"),
        ("{Mary Roe, Jane Doe, Ann M. Poe}", "write Mary Roe and Jane Doe and Ann M. Poe"),
        ("{Mary Roe, Jane Doe, Ann M. Poe}, and Max Moe", "write Mary Roe and Jane Doe and Ann M. Poe"),
        ("{Mary Roe, Jane Doe, Ann Poe et al.}", "write Mary Roe and Jane Doe and Ann Poe and others"),
        ("Moe, Max and {M. A. Roe},", "write M. A. Roe"),
        ("Roe Mary A.", "write Roe, Mary A., or Roe Mary, A. if both words are the family name"),
        ("Roe{,} Mary A.", "write Roe, Mary A."),
        ("Roe M., Doe A.B., Poe J. Moe L.and van Joe K", "write Roe, M. and Doe, A.B. and Poe, J. and Moe, L. and van Joe, K"),
        ("{Roe, M.} and {Arag{\\~a}o, F. J.}", "write Roe, M."),
        ("Jan Van de Roe, Mary Von Doe, Ann Poe", "write Van de Roe, Jan and Mary Von Doe and Ann Poe"),
        ("Roe W.R., Doe S., Poe", "write Roe, W.R. and Doe, S. and Poe"),
        ("Roe, W.R., Doe S.", "write Roe, W.R. and Doe, S."),
        ("Roe F., Doe W.W., \\& Poe", "write Roe, F. and Doe, W.W. and Poe"),
        ("{G.~S.~Roe, C.R.~ Doe and T.~Poe}", "write G. S. Roe and C.R. Doe and T. Poe"),
        (", Department of Rain", "write {Department of Rain}"),
        ("Ph.D, B. A., Mary Roe", "write only names, with “and” between them, without titles and affiliations"),
        (
            "Roe, Tim M. Doe, Ann L. Poe Max, Dov F. Moe",
            "write “and” between names, and at most one comma in each name",
        ),
        ("Roe Mary M.A.", "write Roe, Mary M.A., or Roe Mary, M.A. if both words are the family name, and leave out M.A. if it is a degree"),
        ("Roe, M.A., Mary", "write Roe, Mary if M.A. is a degree, or Roe, Mary M.A. if these are initials"),
        ("van den Roe, A.T., Mary", "write van den Roe, Mary A.T. if Mary is a given name, or “and” between two names"),
        ("Roe, M., M.", "write Roe, M. M."),
        ("Roe, M.; Doe J.and Poe, A.", "write Roe, M. and Doe, J. and Poe, A."),
        ("Roe, M.andDoe, MaryandMoe, J.andvan Poe, A.", "write Roe, M. and Doe, Mary and Moe, J. and van Poe, A."),
        (
            "Roe, J.Scottand Doe, Max",
            "write Roe, J.Scott and Doe, Max if these are 2 people; otherwise, write “and” between names, and at most one comma in each name",
        ),
        (
            "Roe, Mary De Moe, Max",
            "write Roe, Mary and De Moe, Max if these are 2 people; otherwise, write “and” between names, and at most one comma in each name",
        ),
        (
            "Roe, Mary, Doe, Max",
            "write Roe, Mary and Doe, Max if these are 2 people; otherwise, write “and” between names, and at most one comma in each name",
        ),
        ("Roe Poe M., Roe de Doe S., Moe J.", "write Roe Poe, M. and Roe de Doe, S. and Moe, J."),
        ("Roe, M.andDoe S.andMoe, J.", "write Roe, M. and Doe, S. and Moe, J."),
        ("Roe, Marysnd Doe, Max", "write Roe, Marys and Doe, Max"),
        ("Moe, Rolland and Roe, Rolland Doe, Max A. B.", "write “and” between names, and at most one comma in each name"),
        (
            "M. C. Roe, ..., Max Doe, P. Poe & D. A. Moe",
            "write M. C. Roe and Max Doe and P. Poe and D. A. Moe, and add the names that are left out, or “and others” at the end of the list",
        ),
        ("Roe, M. and {...}", "write these names instead, or remove it and end the list with “and others”"),
        ("Roe, Mary and ... \\emph{Doe} ... and Poe, A.", "write \\emph{Doe}, and add the names that are left out, or “and others” at the end of the list"),
        ("M. Roe, J. D{\\'o}e, M. {\\'A}lv and Poe, A.", "write M. Roe and J. D{\\'o}e and M. {\\'A}lv"),
        ("Garc¡a, L; Mart¡n-Roe E; Doe T; Vald‚s, M.", "write García, L and Martín-Roe, E and Doe, T and Valdés, M.; check í instead of ¡ and é instead of ‚"),
        ("M. Ca?ete, J. Roe", "write M. Ca?ete and J. Roe; write the letter that is meant instead of ?"),
        ("Roe, M.andDoe, J.andPoe, A.", "write Roe, M. and Doe, J. and Poe, A."),
        ("and others Roe, Mary", "write Roe, Mary and others"),
        ("Mary Roe (Editor), Jane Doe (Eds.), Ann Poe", "write Mary Roe and Jane Doe and Ann Poe; the names of editors belong in editor"),
        ("Mary A. Roe, Ann B. C. do Lago, Jane D. Doe", "write Mary A. Roe and Ann B. C. do Lago and Jane D. Doe"),
        (
            "Rain, Lakes, Rivers und Snow",
            "put braces around it if it is an organization, or write “and” between names, and at most one comma in each name",
        ),
        ("M.~Roe, J.~Doe, A.~Poe", "write M. Roe and J. Doe and A. Poe"),
        ("王小明, 李大文", "write 王小明 and 李大文"),
        ("Roe, Mary and \\yl{} and others", "write the name that it stands for"),
        ("\\textbf{\\roe} and Doe, Jane", "write the name that it stands for"),
        ("De Roe M.", "write De Roe, M."),
        ("Rain CSS", "write {Rain CSS} if it is an organization, or Rain, CSS"),
        ("M. Roe J. A. Doe A.-B. Poe", "write M. Roe and J. A. Doe and A.-B. Poe"),
        ("Roe, Mary (1706-1749 ; marquise) Auteur du texte", "write Roe, Mary"),
        ("Roe, Mary (1706-....) Éditeur scientifique", "write Roe, Mary"),
        ("Académie des pluies (France) Auteur du texte", "write Académie des pluies (France)"),
        ("Roe, Mary, 1950-", "write Roe, Mary"),
        ("Roe, Mary, 1906-1992, author.", "write Roe, Mary"),
        (
            "Moe, Max and Dept. of Rain, Univ. Lake, Lake, Norway",
            "put braces around it if the organization is meant; if it is an affiliation, move it to the annotation "
            "+an:affiliation, or leave it out",
        ),
        ("Roe, Mary and Doe, and JB", "write Doe, JB"),
        ("Roe M. H., Doe A. J.", "write Roe, M. H. and Doe, A. J."),
        ("Doe, M. and Roe Jr and G. Q.", "write Roe Jr, G. Q. if they are one person; otherwise add the family name"),
        (
            "Mary Roe, Jane Doe, and Max Poe",
            "write Mary Roe and Jane Doe if these are two names, or Mary Roe, Jane Doe if it is one",
        ),
        ("Max Poe; Mary van der Roe e Jane M. Doe", "write Max Poe and Mary van der Roe and Jane M. Doe"),
        ("Roe, M. and K. and Doe, Jane", "write Roe, M. K. if they are one person; otherwise add the family name"),
        ("Roe, Mary and others, and Doe, M.", "write “and others” after the last name, or remove it"),
        (
            "\\emph{Roe, Mary and Doe}, \\emph{Max A and Poe}, \\emph{Jane B}",
            "write “and” outside the braces of commands, and at most one comma in each name",
        ),
        ("Roe, Mary and Doe, Max, eds.", "write Doe, Max; the names of editors belong in editor"),
        ("M. Doe and J. M. and Roe", "write J. M. Roe if they are one person; otherwise add the family name"),
        (
            "M. and J. Roe",
            "write M. Roe if this is the family name of both; otherwise add the family name",
        ),
        ("\\textbf{Roe, Mary}and Doe, Jane", "insert it"),
        (
            "Roe, Mary and Centre for Rain, Snow, Hail and Lake (CRAIN) Network",
            "if they are a single organization, put braces around the whole name: "
            "{Centre for Rain, Snow, Hail and Lake (CRAIN) Network}; "
            "if not, put each organization in braces of its own",
        ),
        (
            "Office for Rain Control and Prevention",
            "if they are a single organization, put braces around the whole name: "
            "{Office for Rain Control and Prevention}; if not, put each organization in braces of its own",
        ),
        (
            "Rain and Snow Administration",
            "if they are a single organization, put braces around the whole name: {Rain and Snow Administration}; "
            "if not, put each organization in braces of its own",
        ),
        (
            "Department of Rain and Lake Services",
            "if they are a single organization, put braces around the whole name: "
            "{Department of Rain and Lake Services}; if not, put each organization in braces of its own",
        ),
        (
            "Institute of Rain (Norway and Sweden) and Roe, Mary",
            "put braces around the whole name: {Institute of Rain (Norway and Sweden)}",
        ),
        ("{Roe} and {Mary} and Doe and Jane M. and Poe and A. B.", "write Roe, Mary and Doe, Jane M. and Poe, A. B."),
        (
            "Handbook of Rain Theory and Snow, Doe, J. and Roe, M.",
            "move “Handbook of Rain Theory and Snow” to the field for it, such as booktitle, and write Doe, J. instead",
        ),
        (
            "Rain and linguistic approaches to snow and ice, Doe, J. and Roe, M.",
            "move “Rain and linguistic approaches to snow and ice” to the field for it, such as booktitle, and write Doe, J. instead",
        ),
        ("The New Handbook of Rain and Roe, M.", "move it to the field for it, such as booktitle"),
        ("Roe, M. and Proceedings of RAIN34, Lake City", "move it to the field for it, such as booktitle"),
        ("Prof. Dr. Mary Roe, Rechtsanwältin, Lake, Norway", "write only names, with “and” between them, without titles and affiliations"),
        ("Roe, Mary and Lake;, Norway", "write Lake, Norway"),
        ("Roe, Mary and M., Doe, M.", "write Doe, M."),
        ("Rain Lab (2008)", "write Rain Lab; 2008 belongs in year if the work is of that year"),
        ("Roe, Mary and others, Doe, Max", "write Doe, Max instead, and “and others” only after the last name"),
        ("Mary Roe; Jane Doe; Ann Poe, Max Moe", "write Mary Roe and Jane Doe and Ann Poe and Max Moe"),
        ("Mary Roe; J.Doe", "write Mary Roe and J. Doe"),
        ("Roe, Mary; Doe, Jane; van der Poe, Max", "write Roe, Mary and Doe, Jane and van der Poe, Max"),
        ("Mary Roe (auth.), Jane Doe (auth.), Ann Poe (eds.)", "write Mary Roe and Jane Doe, and move Ann Poe to editor"),
        ("Mary Roe (auth.), Jane Doe, Ann Poe (auth.)", "write Mary Roe and Jane Doe and Ann Poe"),
        ("Mary R\\\\'oe; Jane Doe", "write Mary R\\'oe and Jane Doe"),
        (
            "Roe, Mary, Doe, Jane",
            "write Roe, Mary and Doe, Jane if these are 2 people; otherwise, write “and” between names, "
            "and at most one comma in each name",
        ),
        (
            "Roe, Mary, Jane Doe, Max Poe",
            "write Roe, Mary and Jane Doe and Max Poe if these are 3 people; otherwise, write “and” between names, "
            "and at most one comma in each name",
        ),
        ("Roe, Max Poe; Jane Doe; Mary", "write “and” between names, and at most one comma in each name"),
        ("Roe M.andDoe, J.andPoe, A.", "write Roe, M. and Doe, J. and Poe, A."),
        ("{Rain ; Oak}, Elm L ; Lake ; Snow", "write “and” between names, and at most one comma in each name"),
        ("Roe M., Doe J., Poe A., van de Moe L., Elm D.L. Oak G.", "write Roe, M. and Doe, J. and Poe, A. and van de Moe, L. and Elm, D.L. and Oak, G."),
        ("Roe M., Oak de Elm I., Doe J., Poe E-L.", "write Roe, M. and Oak de Elm, I. and Doe, J. and Poe, E-L."),
        ("Mary Roe, Jane Doe \\& Ann Poe", "write Mary Roe and Jane Doe and Ann Poe"),
        ("Mary Roe, Jane Doe; Ann Poe", "write Mary Roe and Jane Doe and Ann Poe"),
        ("M. Roe*, J. Doe, A. Poe", "write M. Roe and J. Doe and A. Poe; keep its symbols and formatting"),
        ("Roe M; Doe J; Poe A", "write Roe, M and Doe, J and Poe, A"),
        ("Roe, Mary, University of Rain", "write Roe, Mary; an affiliation belongs in the annotation +an:affiliation"),
        ("RAIN, Oak, SNOW, Elm", "write “and” between names, and at most one comma in each name"),
        ("Roe, M., on behalf of the Rain Group", "write Roe, M. and {Rain Group}"),
        ("Mary Roe, Jane Doe, Ann Poe, others", "write Mary Roe and Jane Doe and Ann Poe and others"),
        ("Mary Roe, Jane Doe, Ann Poe et al.", "write Mary Roe and Jane Doe and Ann Poe and others"),
        ("Roe, Mary / Doe, Jane", "write Roe, Mary and Doe, Jane"),
        ("Roe, Mary,and Doe, Jane", "write Roe, Mary and Doe, Jane"),
        ("Ro\\, {n}a, Max", "write the accent that is meant, such as \\~, instead of \\,"),
        ("Roe, M.\\,A.", "write Roe, M.~A."),
        (
            "Roe, J (Patent WO 2018/2 with Rain), 6 Dec. 2018",
            "write only names, with “and” between them, and move the rest to other fields, such as note",
        ),
    ],
)  # fmt: skip
def test_the_advice_about_names_is_what_to_type(tmp_path: Path, names: str, fix: str) -> None:
    assert only_advice(tmp_path, f"@misc{{k, title = {{T}},\n author = {{{names}}}}}") == (2, fix)


def test_editors_among_editors_are_in_the_right_field(tmp_path: Path) -> None:
    entry = "@proceedings{k, title = {T}, date = 2020,\n editor = {Mary Roe, Jane Doe, Ann Poe (eds.)}}"
    assert only_advice(tmp_path, entry) == (2, "write Mary Roe and Jane Doe and Ann Poe")


@pytest.mark.parametrize(
    "names",
    [
        "{Department of Rain, University of Lake, Norway}",
        "{Roe, Doe and Partners}",
        "{Oak Lake and Los Montes}",
        "Moe, Max and H. Roe, S. Mary",
        "{Rainpedia, free encyclopedia}",
        "{Companion to Rain}",
        "Plato and J. Roe and Socrates and K. Doe",
        "Centre for Advances in Rain",
        "Editors of the Journal of Rain",
        "Roe, 2011",
    ],
)
def test_an_organization_with_commas_and_a_name_as_the_others_are_one_name(
    tmp_path: Path, names: str
) -> None:
    assert problems(tmp_path, f"@misc{{k, title = {{T}}, author = {{{names}}}}}") == []


def test_two_entries_of_different_types_need_the_right_one(tmp_path: Path) -> None:
    work = "@%s{%s, title = {Rain}, author = {Roe, Mary}, year = 2020, volume = 3, pages = {7--9}, %s}\n"
    text = work % ("article", "a", "journal = {Wet}") + work % ("incollection", "b", "booktitle = {Wet}")
    (problem,) = problems(tmp_path, text)
    assert "keep one, with the right entry type" in problem.fix


def test_the_number_of_a_patent_is_no_doi(tmp_path: Path) -> None:
    patent = "@patent{k, title = {Rain}, author = {Roe, Mary}, year = 2020, doi = {11,263,747}, %s}"
    for fields, fix in {
        "number = {US 11,263,747}": "remove it, because number contains it",
        "journal = {US Patent 7}, number = 7": "move it to another field, such as note",
        "holder = {Roe, Mary}": "move it: number = {11,263,747}",
    }.items():
        found = [each for each in problems(tmp_path, patent % fields) if each.message.startswith("doi is")]
        assert [problem.fix for problem in found] == [fix]


def test_the_doi_of_data_needs_no_message(tmp_path: Path) -> None:
    assert problems(tmp_path, "@misc{k, title = {T}, data = {10.5281/zenodo.1}}") == []


@pytest.mark.parametrize(
    ("entry", "line", "fix"),
    [
        ("@article{k, AUTHOR, YEAR, booktitle = {Proceedings of Rain}}", 1, "change the type to @inproceedings"),
        (
            "@article{k, AUTHOR, booktitle = {Rain}}", 1,
            "add year = {…}, and rename booktitle to journal if it is one, or change the type to @inproceedings or @incollection",
        ),
        ("@article{k, AUTHOR, YEAR, booktitle = {ICRAIN 2020}}", 1, "change the type to @inproceedings"),
        ("@article{k, AUTHOR, YEAR,\n booktitle = {The Journal of Rain}}", 2, "rename booktitle to journal"),
        (
            "@article{k, AUTHOR, YEAR,\n booktitle = {The Rainy City}}",
            1,
            "rename booktitle to journal if it is one, or change the type to @inproceedings or @incollection",
        ),
        (
            "@book{k, author = {}, year = {}}", 1,
            "fill in year and author, or remove author if the work is anonymous",
        ),
        ("@article{k, AUTHOR,\n eprint = {1005.45678}, archiveprefix = {arXiv}}", 2, "add year = {2010}, from the arXiv number"),
        ("@article{k, AUTHOR,\n eprint = {hep-ph/9901206}, archiveprefix = {arXiv}}", 2, "add year = {1999}, from the arXiv number"),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n address = {Talk at the Rain Conference, Lake}}", 2,
            "move the name of the conference from address to booktitle",
        ),
        (
            "@techreport{k, AUTHOR, YEAR, journal = {Rain and Snow}, volume = {3}}", 1,
            "add institution = {…}; if it is not a report, change the type to @article, or @misc (rename journal to "
            "howpublished) if no other type fits; with @misc, move volume to note",
        ),
        (
            "@techreport{k, AUTHOR, YEAR, journal = {Rain Office Series}}", 1,
            "add institution = {…}; if it is not a report, change the type to @article, @inproceedings or "
            "@incollection (add booktitle), @book (add publisher), @phdthesis or @mastersthesis (add school), or @misc"
            " (rename journal to howpublished) for anything else",
        ),
        (
            "@article{k, AUTHOR, YEAR, volume = {3},\n series = {Rain Typology}}", 2,
            "rename series to journal if it is the journal, or add journal = {…}",
        ),
        ("@techreport{k, AUTHOR, YEAR,\n institute = {Rain Office}}", 2, "rename institute to institution"),
        (
            "@techreport{k, AUTHOR, YEAR,\n address = {Rain Energy Agency}}", 2, "rename address to institution",
        ),
        (
            "@article{k, AUTHOR, YEAR,\n booktitle = {bioRxiv}}", 2,
            "rename booktitle to journal, because it is an archive of preprints",
        ),
        ("@article{k, AUTHOR, YEAR,\n booktitle = {Proceedings of the VLDB Endowment}}", 2, "rename booktitle to journal"),
        (
            "@inproceedings{k, AUTHOR,\n booktitle = {Rain Days 2019}}", 2, "add year = {2019}, as in booktitle",
        ),
        ("@article{k, AUTHOR, journal = {Rain},\n note = {2011}}", 2, "rename note to year"),
        ("@online{k, AUTHOR, YEAR,\n bdsk-url-1 = {https://x.org}}", 2, "rename bdsk-url-1 to url"),
        (
            "@incollection{k, AUTHOR, YEAR, volume = 267, series = {The Practice of Rain}}", 1,
            "add booktitle = {…}, or rename series to booktitle if it is the title of the book, or change the type to "
            "@book if the title is that of the book, @inproceedings (add booktitle) for a conference paper, or @article "
            "(add journal) for an article",
        ),
        ("@article{k, YEAR, journal = {Rain},\n Roe = {Ann B. Roe and Max Poe}}", 2, "rename Roe to author if these are the authors, or add author = {…}"),
        ("@inproceedings{k, AUTHOR, YEAR,\n journal = {In: Roe A.B., Poe M. (eds) Rain in Towns. RT 2020. Springer, Cham}}", 2,
         "replace journal by booktitle = {Rain in Towns. RT 2020}, editor = {Roe, A.B. and Poe, M.}, publisher = {Springer} and address = {Cham}"),
        ("@inproceedings{k, AUTHOR, YEAR,\n journal = {Ann Roe (ed.) Rain in Towns}}", 2, "replace journal by booktitle = {Rain in Towns} and editor = {Ann Roe}"),
        ("@inbook{k, AUTHOR, YEAR, volume = 589, journal = {Vol. 589}}", 1,
         "add booktitle = {…}, or change the type to @book if the title is that of the book, "
         "@inproceedings (add booktitle) for a conference paper, or @article (add journal) for an article"),
        ("@patent{k, AUTHOR, YEAR,\n booktitle = {US20190266748 / CN110186467}}", 2, "rename booktitle to number"),
        ("@patent{k, AUTHOR, YEAR,\n note = {US Patent App. 12/345,678}}", 2, "rename note to number"),
        (
            "@incollection{k, AUTHOR, YEAR, publisher = {In preparation}}", 1,
            "change the type to @unpublished (rename publisher to note), or add booktitle = {…} once it is published",
        ),
        (
            "@article{k, AUTHOR, YEAR, keywords = {in progress}, note = {For submission in Rain}}", 1,
            "change the type to @unpublished, or add journal = {…} once it is published",
        ),
        (
            "@article{k, author = {Roe, Mary and Doe, Jane}, YEAR, isbn = {978-3-16-148410-0}, pages = {376}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings or @incollection (add "
            "booktitle), @book (add publisher), @techreport (add institution), @phdthesis or @mastersthesis (add "
            "school), or @misc for anything else; move pages to note if the new type does not print it",
        ),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Rain Working Paper Series}, number = {194}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @techreport (rename publisher to "
            "institution), or @misc (rename publisher to howpublished) if no other type fits; with @misc, move number "
            "to note",
        ),
        ("@inproceedings{k, AUTHOR, YEAR,\n organization = {Lake Colloquium}}", 2, "rename organization to booktitle"),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Rain Press}, doi = {10.48550/arXiv.2001.00001}}", 1,
            "add journal = {…}, or change the type to @misc (rename publisher to howpublished) if it is only a "
            "preprint",
        ),
        (
            "@article{k, AUTHOR, YEAR, editor = {Natural Rain}, publisher = {Natural Rain}, volume = {3}}", 1,
            "add journal = {…}, or rename publisher to journal if it is one; if it is not in a journal, change the "
            "type to @inproceedings or @incollection (add booktitle), @book, @techreport (rename publisher to "
            "institution), or @misc (rename publisher to howpublished) for anything else; with @techreport or @misc, "
            "move volume to note",
        ),
        ("@inproceedings{k, AUTHOR, YEAR,\n organization = {VI Jornadas de Lluvia}}", 2, "rename organization to booktitle"),
        ("@inproceedings{k, AUTHOR, YEAR,\n organization = {RAIN27, Lake}}", 2, "rename organization to booktitle"),
        (
            "@article{k, AUTHOR, YEAR, school = {Lake}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @phdthesis or @mastersthesis, or @misc "
            "(rename school to howpublished) if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, institution = {Rain Office}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @techreport, or @misc (rename "
            "institution to howpublished) if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, institution = {Lake University}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @phdthesis or @mastersthesis (rename "
            "institution to school), @techreport, or @misc (rename institution to howpublished) if no other type fits",
        ),
        (
            "@article{k, AUTHOR, date = {2020}, url = {https://example.org/bachelor_thesis.pdf}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @thesis (add institution), or @misc if "
            "no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, doi = {10.5281/zenodo.1}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @software or @dataset, or @misc if no "
            "other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, note = {Presented at the Rain Workshop}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings (add booktitle), or @misc"
            " if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, note = {US Patent 1,234,567}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @patent, or @misc if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, doi = {10.20944/preprints202003.0001.v1}}", 1,
            "add journal = {…}, or change the type to @misc if it is only a preprint",
        ),
        ("@article{k, AUTHOR, YEAR,\n publisher = {The Journal of Rain}}", 2, "rename publisher to journal"),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Rain and Snow}}", 1,
            "add journal = {…}, or rename publisher to journal if it is one; if it is not in a journal, change the "
            "type to @inproceedings or @incollection (add booktitle), @book, @techreport (rename publisher to "
            "institution), @phdthesis or @mastersthesis (add school), or @misc (rename publisher to howpublished) for "
            "anything else",
        ),
        (
            "@conference{k, AUTHOR, YEAR,\n journal = {arXiv:2412.01234 [physics.geo-ph]}, eprint = {2412.01234}}", 2,
            "remove journal, which is an arXiv number, because eprint is given; "
            "then add booktitle = {…}, or change the type to @misc if it is only a preprint",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n journal = {arXiv preprint arXiv:2412.01234}}", 2,
            "replace journal, which is an arXiv number, by eprint = {2412.01234} and eprinttype = {arxiv}; "
            "then add booktitle = {…}, or change the type to @misc if it is only a preprint",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n journal = {bioRxiv}}", 2,
            "rename journal, which is an archive of preprints, to howpublished; "
            "then add booktitle = {…}, or change the type to @misc if it is only a preprint",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n journal = {Journal of Rain}}", 2,
            "change the type to @article, or rename journal to booktitle if it is the title of proceedings",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR, type = {Report}, institution = {Rain Office}}", 1,
            "add booktitle = {…}; if it is not in proceedings, change the type to @techreport, or @misc (rename "
            "institution to howpublished) if no other type fits",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR, number = {3}, isbn = {1}}", 1,
            "add booktitle = {…}; if it is not in proceedings, change the type to @article (add journal), or @misc if "
            "no other type fits; with @misc, move number to note",
        ),
        ("@book{b, title = {B}, AUTHOR, YEAR, institution = {Lake}}\n@phdthesis{k, AUTHOR, YEAR}", 2, "add school = {…}"),
        ("@thesis{k, AUTHOR, date = {2020}}", 1, "add institution = {…}"),
        ("@manual{k, YEAR}", 1, "add author = {…} or editor = {…} or organization = {…}"),
        (
            "@techreport{k, YEAR, institution = {Rain Office}}", 1,
            "add author = {…}, or author = {{…}} if an organization wrote it",
        ),
        (
            "@incollection{k, YEAR, booktitle = {B}, collaborator = {Roe, Mary}}", 1,
            "add author = {…}, or rename collaborator to author if they wrote it",
        ),
        (
            "@incollection{k, AUTHOR, YEAR, chapter = {Theory of Snow}}", 1,
            "add booktitle = {…}, or rename title to booktitle and chapter to title if these are the titles of the "
            "book and the chapter",
        ),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Rain Review, Lake Press, Volume 23, pp. 7-10}}", 1,
            "add journal = {…}, and the fields for the numbers that publisher contains, and keep only the publisher "
            "in it",
        ),
        (
            "@online{k, AUTHOR, url = {https://example.org},\n note = {Abgerufen am 27.05.2015}}", 2,
            "move the day of the visit from note to urldate = {2015-05-27}",
        ),
        ("@online{k, AUTHOR, Howpublished = {\\url{https://example.org/},}}", 1, "add year = {…}, or urldate = {…} if the page has no date"),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n series = {Advances in Neural Information Processing Systems}}", 2,
            "rename series to booktitle",
        ),
        (
            "@article{k, AUTHOR, YEAR, series = {RAIN '18}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings (add booktitle), or "
            "@misc if no other type fits; with @misc, move series to note",
        ),
        (
            "@incollection{k, AUTHOR, YEAR,\n journal = {in book: Rain and {Snow}}}", 2,
            "replace journal by booktitle = {Rain and {Snow}} if it is the title of the book, or change the type to "
            "@article if it is in a journal",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n howpublished = {In Proceedings of Rain}}", 2,
            "replace howpublished by booktitle = {Proceedings of Rain}",
        ),
        (
            "@techreport{k, AUTHOR, YEAR, booktitle = {Proceedings of Rain}, organization = {Rain Office}}", 1,
            "change the type to @inproceedings, or add institution = {…} if it is a report",
        ),
        (
            "@techreport{k, AUTHOR, YEAR, journal = {arXiv preprint arXiv:1404.01234}}", 1,
            "add institution = {…}, or change the type to @misc (replace journal by eprint = {1404.01234} and "
            "eprinttype = {arxiv}) if it is only a preprint",
        ),
        ("@phdthesis{k, AUTHOR, YEAR,\n university = {Lake}}", 2, "rename university to school"),
        (
            "@phdthesis{k, AUTHOR, YEAR,\n booktitle = {Doctoral Thesis University of Lake}}", 2,
            "move the name of the institution from booktitle to school",
        ),
        (
            "@techreport{k, AUTHOR, YEAR, number = {March}}", 1,
            "add institution = {…}; if it is not a report, change the type to @article (add journal), "
            "@inproceedings or @incollection (add booktitle), @book (add publisher), or @misc for anything else; "
            "rename number to month",
        ),
        ("@phdthesis{k, AUTHOR, YEAR,\n address = {Lake University}}", 2, "rename address to school"),
        (
            "@phdthesis{k, AUTHOR, YEAR,\n address = {Lake University, Lake}}", 2,
            "move the name of the institution from address to school",
        ),
        ("@techreport{k, AUTHOR, YEAR,\n booktitle = {Rain Working Group}}", 2, "rename booktitle to institution"),
        ("@phdthesis{k, AUTHOR, YEAR, publisher = {Citeseer}}", 1, "add school = {…}"),
        ("@phdthesis{k, AUTHOR, YEAR,\n school = {}}", 2, "fill in school"),
        ("@book{k, ALTauthor = {Roe, Mary}, year = {}}", 1, "rename ALTauthor to author, and fill in year"),
        (
            "@article{k, AUTHOR}", 1,
            "add year = {…}, and add journal = {…}; if it is not in a journal, change the type to @inproceedings or "
            "@incollection (add booktitle), @book (add publisher), @techreport (add institution), @phdthesis or "
            "@mastersthesis (add school), or @misc for anything else",
        ),
        (
            "@article{k, AUTHOR, YEAR, report = {RAIN-1}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @techreport (add institution), or @misc "
            "if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Rain Press}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings or @incollection (add "
            "booktitle), @book, @techreport (rename publisher to institution), @phdthesis or @mastersthesis (add "
            "school), or @misc (rename publisher to howpublished) for anything else",
        ),
        (
            "@book{k, YEAR,\n organization = {Rain Office}}", 2,
            "rename organization to author, and put a second pair of braces around the name",
        ),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Rain Archive}, doi = {10.1000/1}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings or @incollection (add "
            "booktitle), @book, @techreport (rename publisher to institution), or @misc (rename publisher to "
            "howpublished) for anything else",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n publisher = {Paper presented at the Rain Conference}}", 2,
            "move the name of the conference from publisher to booktitle",
        ),
        (
            "@techreport{k, AUTHOR, YEAR,\n publisher = {Rain & Sons}}", 2,
            "rename publisher to institution if it issued the report, or add institution = {…}",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR, isbn = {1}, series = {Rain Conference Series}}", 1,
            "add booktitle = {…}; if it is not in proceedings, change the type to @article (add journal), "
            "@incollection (add booktitle), @book (add publisher), or @misc for a talk or anything else; with @article"
            " or @misc, move series to note",
        ),
        (
            "@article{k, AUTHOR, YEAR, booktitle = {PRAIN}}", 1,
            "rename booktitle to journal if it is one, or change the type to @inproceedings or @incollection",
        ),
        (
            "@techreport{k, YEAR, organization = {Rain Office}}", 1,
            "rename organization to institution, and add author = {…}, or author = {{…}} if an organization wrote it",
        ),
        ("@inbook{k, AUTHOR, YEAR,\n booktitleaddon = {Rain}}", 2, "rename booktitleaddon to booktitle"),
        ("@inproceedings{k, AUTHOR, YEAR,\n maintitle = {Rain Days}}", 2, "rename maintitle to booktitle"),
        (
            "@article{k, AUTHOR, YEAR, note = {Publisher: University of Rain}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @phdthesis or @mastersthesis (add school"
            " = {University of Rain}), or @misc if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, publisher = {University of Rain}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @phdthesis or @mastersthesis (rename "
            "publisher to school), or @misc (rename publisher to howpublished) if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, url = {https://etd.example.org/3}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @phdthesis or @mastersthesis (add "
            "school), or @misc if no other type fits",
        ),
        (
            "@article{k, author = {Roe, Mary and Doe, Jane}, YEAR}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings or @incollection (add "
            "booktitle), @book (add publisher), @techreport (add institution), or @misc for anything else",
        ),
        (
            "@article{k, AUTHOR, YEAR, pages = {3--5}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings or @incollection (add "
            "booktitle), @techreport (add institution), or @misc for anything else; with @techreport or @misc, move "
            "pages to note",
        ),
        (
            "@article{k, AUTHOR, YEAR, url = {https://example.org/Tesi_Roe.pdf}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @phdthesis or @mastersthesis (add "
            "school), or @misc if no other type fits",
        ),
        (
            "@article{k, AUTHOR, YEAR, eventtitle = {Rain Days}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings (add booktitle), or @misc"
            " if no other type fits",
        ),
        ("@article{k, AUTHOR, YEAR, volume = {3}, number = {4}}", 1, "add journal = {…}"),
        (
            "@techreport{k, AUTHOR, YEAR, journal = {CoRR}, volume = {abs/2001.00001}}", 1,
            "add institution = {…}, or change the type to @misc (replace journal and volume by eprint = {2001.00001} "
            "and eprinttype = {arxiv}) if it is only a preprint",
        ),
        (
            "@article{k, AUTHOR, YEAR, publisher = {Communications of the ACM}, volume = {3}, pages = {1--9}}", 1,
            "add journal = {…}, or rename publisher to journal if it is one",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR, editor = {Regen 21, Lake}, publisher = {Regen 21, Lake}, volume = {3}}", 1,
            "add booktitle = {…}, or rename publisher to booktitle if it is the title of the proceedings; if it is not"
            " in proceedings, change the type to @article (add journal), @incollection (add booktitle), @book, or "
            "@misc (rename publisher to howpublished) for a talk or anything else; with @misc, move volume to note",
        ),
        ("@online{k, AUTHOR, YEAR,\n note = {https://example.org/rain}}", 2, "rename note to url"),
        ("@article{k, AUTHOR,\n journal = {Proceedings of the 2001 Congress on Rain}}", 2, "add year = {2001}, as in journal"),
        ("@inproceedings{k, AUTHOR,\n booktitle = {Rain3D '15: Proceedings of Rain}}", 2, "add year = {2015}, as in booktitle"),
        (
            "@article{k, AUTHOR, note = {For submission in Rain}, journal = {}, year = {}}", 1,
            "change the type to @unpublished and remove the empty fields, or fill in journal and year once it is published",
        ),
        ("@article{k, YEAR, journal = {Rain}}", 1, "add author = {…}, or no author if the work is anonymous"),
        ("@article{k, YEAR, journal = {Rain},\n author = {}}", 2, "fill in author, or remove author if the work is anonymous"),
        (
            "@article{k, AUTHOR, YEAR, note = {Rain Institute}, pages = {3--5}, volume = {M}, isbn = {978-3-16-148410-0}}", 1,
            "add journal = {…}; if it is not in a journal, change the type to @inproceedings or @incollection (add "
            "booktitle), @techreport (rename note to institution), or @misc for anything else; with @techreport or "
            "@misc, move pages and volume to note",
        ),
        (
            "@inbook{k, AUTHOR, YEAR, series = {Networks of Rain}}", 1,
            "add booktitle = {…}, or rename series to booktitle if it is the title of the book, or change the type to "
            "@book if the title is that of the book, @inproceedings (add booktitle) for a conference paper, or "
            "@article (add journal) for an article",
        ),
        ("@unpublished{k, YEAR}", 1, "add author = {…}, or change the type to @misc if it has none"),
        (
            "@inproceedings{k, AUTHOR, YEAR,\n series = {To appear in ICRAIN '13}}", 2,
            "replace series by booktitle = {ICRAIN '13} and pubstate = {forthcoming}",
        ),
        (
            "@inproceedings{k, AUTHOR, YEAR, volume = {3}, title = {Proceedings of Rain}}", 1,
            "add booktitle = {…}; if it is not in proceedings, change the type to @proceedings (rename author to "
            "editor) for a volume of proceedings, or @misc if no other type fits; with @misc, move volume to note",
        ),
        ("@inproceedings{k, AUTHOR, YEAR,\n series = {ICRAIN '13}}", 2, "rename series to booktitle"),
        (
            "@inbook{k, AUTHOR, YEAR, pages = {1--3}}", 1,
            "add booktitle = {…}, or change the type to @book if the title is that of the book, @inproceedings (add "
            "booktitle) for a conference paper, or @article (add journal) for an article; with @book, move pages to "
            "note",
        ),
    ],
)  # fmt: skip
def test_a_habit_of_a_file_is_recognised_behind_a_missing_field(
    tmp_path: Path, entry: str, line: int, fix: str
) -> None:
    written = entry.replace("AUTHOR", "author = {Roe, Mary}").replace("YEAR", "year = 2020")
    assert only_advice(
        tmp_path, written if ", title = {Pro" in written else written.replace("{k,", "{k, title = {T},")
    ) == (line, fix)


@pytest.mark.parametrize(
    ("title", "remark"),
    [
        ("Rain. Manuscript submitted for publication", "Manuscript submitted for publication"),
        ("Rain (under review)", "under review"),
        ("[{Under} {Review}] Rain", "Under Review"),
        ("[{WIP}] (Re)Naming Rain", "WIP"),
    ],
)
def test_a_remark_in_the_title_of_an_article_says_that_it_is_not_published(
    tmp_path: Path, title: str, remark: str
) -> None:
    assert only_advice(
        tmp_path, f"@article{{k, author = {{Roe, Mary}}, year = 2020, title = {{{title}}}}}"
    ) == (
        1,
        f"change the type to @unpublished (move “{remark}” from title to note), "
        "or add journal = {…} once it is published",
    )


def test_many_fields_with_several_urls_are_one_problem(tmp_path: Path) -> None:
    entry = "@misc{k%d, title = {T}, url = {https://a.org/%d https://b.org}}\n"
    (problem,) = problems(tmp_path, "".join(entry % (number, number) for number in range(5)))
    assert str(problem).startswith(
        "5 fields contain several URLs, of which only the first is linked: url of 'k0', url of 'k1', url of 'k2', …; "
    )


def test_the_url_of_the_doi_beside_another_url_is_left_out(tmp_path: Path) -> None:
    doi = "@misc{k, title = {T}, doi = {10.1000/182}, url = {https://doi.org/10.1000/182 https://a.org%s}}"
    assert not problems(tmp_path, doi % "")
    (problem,) = problems(tmp_path, doi % " https://b.org")
    assert problem.message == "url contains 2 URLs besides that of the DOI, of which only the first is linked"


def test_activities_of_an_unknown_type_are_one_problem(tmp_path: Path) -> None:
    visits = "".join(f"@Visit{{v{n}, institution = {{Lake}}, date = {{202{n}}}}}\n" for n in range(3))
    (problem,) = problems(tmp_path, visits)
    assert str(problem) == (
        "v0: @Visit is not an entry type of a bibliography; keys are printed instead of titles; "
        "move such entries to another file, or set their kind, as in vitae_kinds = {'visit': 'visit'}, "
        "and give each a title"
    )
    assert str(problems(tmp_path, "@Visit{v, author = {Roe, Mary}, date = 2020}")[0]).startswith(
        "v: no title;"
    )


def test_the_title_of_an_activity_can_be_in_the_field_with_the_name_of_its_kind(tmp_path: Path) -> None:
    assert only_advice(tmp_path, "@Degree{k, Degree = {PhD}, institution = {Lake}, date = 2020}")[1] == (
        "rename Degree to title"
    )


def test_an_entry_with_only_the_dates_of_a_reference_manager_is_empty(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, date-added = {2020-01-01}, Date-Modified = {2020-01-02}}")
    assert str(problem) == "k: the entry has only date-added and date-modified; fill it in, or remove it"


def test_all_unknown_commands_of_a_formula_are_named(tmp_path: Path) -> None:
    title = r"$\qwertz\to\frac{\uiopue}{2}\asdfgh\qwertz$"
    (problem,) = problems(tmp_path, f"@misc{{k, title = {{{title}}}}}")
    assert str(problem) == (
        f"k: title: the formula {title} is printed as source code: unknown commands \\qwertz, \\uiopue and "
        "\\asdfgh; replace them with known commands, or with what they stand for"
    )


@pytest.mark.parametrize("middle", [r"{$>\$}", r"$>$"])
def test_a_formula_with_escaped_dollar_signs_is_offered_as_a_whole(tmp_path: Path, middle: str) -> None:
    found = problems(tmp_path, f"@misc{{k, title = {{Rain if \\$n {middle} p\\$.}}}}")
    fixes = [each.fix for each in found]
    assert fixes == (
        []
        if middle == "$>$"
        else ["write $n > p$ if it is a formula, without backslashes before dollar signs"]
    )


def test_two_versions_with_one_key_are_recognised_by_their_dois(tmp_path: Path) -> None:
    version = "@article{k, title = {Rain}, author = {Roe, Mary}, year = 2020, journal = {Wet}, doi = {10.1000/r.%d}}\n"
    (problem,) = problems(tmp_path, version % 1 + version % 2)
    assert problem.fix == (
        "keep the latest one if they are versions of one publication; "
        "otherwise, or to list both, give this one another key"
    )
    other = (version % 2).replace("{Rain}", "{Rain II}")
    assert problems(tmp_path, version % 1 + other)[0].fix.startswith("give it another key; until then, ")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("Roe, Mary and Doe*, and Poe, Max", "extra comma in “Doe*,”; write the given name after the comma, or remove the comma"),
        ("Roe M.* and Doe, Jane", "“Roe M.*” was interpreted as a family name with initials; write Roe, M.; keep its symbols and formatting"),
        (
            "Roe, M.andDoe, J.andDr. Poe Moe",
            "“Roe, M.andDoe, J.andDr. Poe Moe” has too many commas for a name; "
            "write Roe, M. and Doe, J. and Poe Moe, without Dr.; write Poe Moe, … if that is only the family name",
        ),
        (
            r"\textbf{Roe, M.}, and Doe, Jane",
            r"extra comma in “\textbf{Roe, M.},”; write Roe, M.; keep its symbols and formatting, but write no comma within braces",
        ),
        (r"Jane D{\\'o}e; Max Roe", r"“Jane D{\\'o}e; Max Roe” is several names without “and”; write Jane D{\'o}e and Max Roe"),
        (
            "Roe Poe; Mary and Doe; Jane Ann",
            "“Roe Poe; Mary” has a semicolon between the family name and the given name, like the other names; "
            "write Roe Poe, Mary and Doe, Jane Ann",
        ),
    ],
)  # fmt: skip
def test_advice_about_a_name_keeps_what_is_right_in_it(tmp_path: Path, names: str, said: str) -> None:
    (problem,) = problems(tmp_path, f"@misc{{k, title = {{T}}, author = {{{names}}}}}")
    assert str(problem) == f"k: author: {said}"


def test_semicolons_between_whole_names_divide_them(tmp_path: Path) -> None:
    (problem,) = problems(
        tmp_path, "@misc{k, title = {T}, author = {Jane Doe; Max Roe and Ann Poe; Tom Moe}}"
    )
    assert problem.message.startswith("author: “Jane Doe; Max Roe” is several names without “and”")


def test_the_entries_of_a_glossary_are_one_problem(tmp_path: Path) -> None:
    terms = "".join(
        f"@GLOSSDEF{{{word},\n word = {{{word}}}, definition = wet}}\n" for word in ("rain", "snow")
    )
    (problem,) = problems(tmp_path, terms)
    assert str(problem) == (
        "rain: @GLOSSDEF is not an entry type of a bibliography; keys are printed instead of titles; "
        "move such entries to another file"
    )


def test_an_empty_title_is_at_its_line(tmp_path: Path) -> None:
    assert only_advice(tmp_path, "@misc{k,\n author = {Roe, Mary},\n title = {}}") == (3, "fill in title")


def test_the_encoding_that_a_file_declares_is_corrected_too(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(b"% Encoding: Cp1252\n@misc{k, title = {Pluie \xe9}}\n")
    (problem,) = problems_of({"refs.bib": tmp_path / "refs.bib"}, Settings())
    assert problem.fix == (
        "save the file as UTF-8, and write % Encoding: UTF-8 instead of % Encoding: Cp1252"
    )


def test_a_formula_in_which_a_reference_manager_escaped_everything_is_one_problem(tmp_path: Path) -> None:
    formula = r"We see {\$}B{\^{}}{\{}0{\}} \backslashto \backslashpi{\$} and {\$}4 \backslashpm 1{\$}"
    (problem,) = problems(tmp_path, f"@misc{{k, title = {{T}}, abstract = {{{formula}}}}}")
    assert problem.fix == "write the formula again, as LaTeX between $ and $"


def test_a_key_that_is_suggested_ends_with_a_whole_word(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{, title = {Rain on the lakes in the winter of last year}}")
    assert problem.fix == "write @misc{rain-on-the-lakes-in-the-winter-of-last, or another key"


def test_a_habit_of_most_entries_is_one_problem(tmp_path: Path) -> None:
    paper = "@inproceedings{%s, title = {%s}, author = {Roe, Mary}, year = 2020, %s}\n"
    papers = [paper % (key, key, "publisher = {Proceedings of Rain}") for key in "abcde"]
    (problem,) = problems(tmp_path, "".join(papers) + paper % ("f", "f", "series = {Workshop on Rain}"))
    assert problem.fix == "in 5 of them, rename publisher to booktitle; add booktitle = {…} to the others"


def test_an_empty_field_is_called_empty(tmp_path: Path) -> None:
    (problem,) = problems(
        tmp_path, "@article{k, title = {T}, author = {Roe, Mary}, year = 2020, journal = {}}"
    )
    assert (
        str(problem)
        == "k: @article has an empty journal; fill in journal; if it is not in a journal, change the type to @inproceedings or @incollection (add booktitle), @unpublished (add note), @book (add publisher), @techreport (add institution), @phdthesis or @mastersthesis (add school), or @misc for anything else"
    )


def test_a_second_field_that_is_not_used_is_not_to_be_renamed(tmp_path: Path) -> None:
    entry = (
        "@inproceedings{k, author = {Roe, M.}, title = {T}, year = 2020,\n journal = {}, journal = {Rain}}"
    )
    found = {problem.kind.code: problem.fix for problem in problems(tmp_path, entry)}
    assert "rename journal" not in found["field-missing"]
    assert "remove the empty one" in found["field-duplicate"]


def test_an_entry_with_hardly_anything_is_one_problem(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@article{k, url = {https://example.org}}")
    assert problem.kind.code == "title-missing"


def test_a_report_by_an_organization_needs_no_institution(tmp_path: Path) -> None:
    report = "@techreport{k, title = {T}, year = 2020, author = {%s}}"
    assert problems(tmp_path, report % "{Ministry of Rain}") == []
    assert len(problems(tmp_path, report % "Roe, Mary")) == 1


def test_a_title_in_chapter_is_renamed_and_a_number_is_not(tmp_path: Path) -> None:
    part = "@incollection{k, chapter = {%s}, booktitle = {B}, author = {Roe, Mary}, year = 2020}"
    assert only_advice(tmp_path, part % "How It Rains")[1] == "rename chapter to title"
    for number in ("3", "IV", "Chapter 12"):
        assert only_advice(tmp_path, part % number)[1] == "write title = {…}"


@pytest.mark.parametrize(
    ("entry", "fix"),
    [
        ("@misc{k, date = 2020, howpublished = {Personal communication}}", "rename howpublished to title"),
        ("@misc{k, date = 2020, author = {Roe, M.}, note = {private correspondence.}}", "rename note to title"),
        ("@misc{k, date = 2020, note = {Personal communication, cited twice}}", "write title = {…}"),
        (
            "@incollection{k, date = 2020, publisher = {P}, editor = {Roe, M.}, booktitle = {Rain}}",
            "write title = {…}, or, if the entry is the whole book, change the type to @book, and rename booktitle to title",
        ),
    ],
)  # fmt: skip
def test_a_title_in_another_field_is_renamed(tmp_path: Path, entry: str, fix: str) -> None:
    found = [
        problem.fix for problem in problems(tmp_path, entry) if problem.kind is ProblemKind.TITLE_MISSING
    ]
    assert found == [fix]


def test_an_entry_that_is_not_printed_lacks_no_title(tmp_path: Path) -> None:
    found = problems(tmp_path, "@misc{k, date = 2020, author = {Roe, M.}, options = {dataonly=true}}")
    assert [each for each in found if each.kind is ProblemKind.TITLE_MISSING] == []


def test_a_word_in_typographic_quotes_loses_them(tmp_path: Path) -> None:
    assert only_advice(tmp_path, "@misc{k, date = 2020,\n title = “Rain”}") == (2, "write title = {Rain}")


def test_a_colon_before_the_equals_sign_is_no_part_of_the_name(tmp_path: Path) -> None:
    assert only_advice(tmp_path, "@misc{k, date = 2020,\n title:= {Rain}}") == (2, "did you mean title?")


def test_an_undefined_macro_in_any_field_may_be_defined_elsewhere(tmp_path: Path) -> None:
    assert only_advice(tmp_path, "@misc{k, title = {T}, date = 2020,\n howpublished = RAIN_J_OAK}") == (
        2,
        "write howpublished = {RAIN_J_OAK}; or, if it is a macro, add @string{RAIN_J_OAK = {…}}, "
        "or check the file that defines it too",
    )


def test_a_short_title_on_its_own_is_the_title(tmp_path: Path) -> None:
    assert only_advice(tmp_path, "@misc{k, shorttitle = {T}, year = 2020}")[1] == "rename shorttitle to title"


def test_keys_that_differ_in_case_are_one_problem(tmp_path: Path) -> None:
    book = "@book{%s, title = {T}, author = {Roe, Mary}, year = 2020}\n"
    (problem,) = problems(tmp_path, book % "roe2020" + book % "Roe2020")
    assert problem.kind.code == "key-duplicate"


@pytest.mark.parametrize(
    ("field", "fix"),
    [
        ("url = {system/files/roe.pdf}", "write the whole URL, which begins with https://, or copy it to the folder 'system/files' next to the bibliography, or add the folder that contains this folder to vitae_files"),
        ("url = {/papers/roe.pdf}", "write the whole URL, which begins with https://, or copy the file next to the bibliography, and write its name"),
        ('url = {"https://example.org/"}', "write https://example.org/"),
        ("url = {PM:12345678}", "write https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        ("isbn = {978-0-12-345678-9}, isbn = {9780123456789}", "remove one of them"),
        ("url = {https://example.org/a_b}, url = {http://example.org/a\\_b/}", "remove one of them"),
        ("url = {https://example.org/a}, url = {https://example.org/b}", "keep one; if the other is right too, move it to another field, such as note"),
        ("keywords = {rain}, keywords = {snow}", "merge them"),
        ("volume = {94}, volume = {5--8}", "keep the right one; if the other is the number of the issue, rename it to number"),
        ("isbn = {9780306406157}, isbn = {9783161484100}", "merge them, or keep one"),
        ("url = {see the web page}", "write a URL that begins with https://, or move the value to another field, such as note"),
        ("note = {rain}, note = {snow}", "merge them, or keep one"),
        ("pages = {1--3}, pages = {1--4}", "keep the right one"),
        ("note = {}, note = {snow}", "remove the empty one"),
        ("note = {snow}, note = {rain and snow}", "keep the second one, because it contains the other"),
        ("howpublished = {Lake}, howpublished = {Lake -- May}", "keep the second one, because it contains the other"),
        ("date = {2018-09-17/2018-07-21}", "correct the wrong date, or write 2018-07-21/2018-09-17 if they are exchanged"),
        ("year = {in press}, month = may, doi = {10.1000/1}", "if it has been published, write the year; otherwise, write pubstate = {inpress} instead, and add year = {…} when the year is known"),
        ("year = {2011 to appear in May 2012}, doi = {10.1000/1}", "write a single year, and move the rest to another field, such as note, and add pubstate = {forthcoming} unless it has been published"),
        ("keywords = {rain, snow}, keywords = {snow}", "keep the first one, because it contains the other"),
        ("doi = {10.xxx/xxxxx}", "write a DOI, such as 10.1000/182, or remove the field"),
        ("doi = {Accepted for publication}", "if it has been published, write its DOI; otherwise, write pubstate = {forthcoming} instead"),
        ("year = {between 1827 and 1832}", "write date = {1827?/1832?} instead, and move “between 1827 and 1832” to another field, such as note"),
        ("year = {28.02.18}", "write date = {2018-02-28} instead, if it is in 2018"),
        ("year = 2011, month = {24/10/11}", "write date = {2011-10-24} instead of month and year"),
        ("year = 2020, month = {Feb/14/2020}", "write date = {2020-02-14} instead of month and year"),
        ("year = 2020, month = {Augost}", "write month = aug"),
        ("note = {\\href{httpss://doi.org/10.1000/1}{Rain}}", "write https://doi.org/10.1000/1 instead"),
        (
            "note = {\\url{https://example.org/rain-}\\url{lake/}}",
            "if it is the rest of the URL before it, write both in a single \\url{…}; otherwise, "
            "write a URL that begins with https://",
        ),
        ("note = {\\url{://example.org/rain/}}", "write https before ://"),
        ("note = {\\href{httpss://example.org/1}{Rain}}", "write https: instead of httpss:"),
        ("note = {\\href{/a.pdf}{Rain}}", "write a URL that begins with https://, or only the text"),
        ("url = {file:///home/roe/Rain.pdf}", "write a URL that begins with https://, or move the path to file, which is not printed, or remove it if file is given"),
        ("url = {hal-01234567}", "write https://hal.science/hal-01234567"),
        ("url = {catalogue-number:7 https://example.org/roe.}", "write https://example.org/roe"),
        ("doi = {catalogue-number:7}", "write a DOI, such as 10.1000/182, or remove the field, or move the value to another field, such as note, if readers need it"),
        ("doi = {dl.acm.org?doi=1234567.1234568}", "write doi = {10.1145/1234567.1234568} if it is the DOI of this work, or remove the field"),
        ("year = {arXiv:2407.00782}", "write four digits, or remove the field if the year is not known"),

        ("year = {27 January 2010 (of the upload)}", "write date = {2010-01-27} instead, and move “of the upload” to another field, such as note"),
        ("year = {2016, Oak Lake, MA}", "write year = {2016}, and move “Oak Lake, MA” to another field, such as address or note"),
        ("year = {2016, Oak Lake, MA}, address = {Lake}", "write year = {2016}, and move “Oak Lake, MA” to another field, such as note"),
        ("year = {Oak Lake, May 3, 2016}", "write date = {2016-05-03} instead, and move “Oak Lake” to another field, such as note"),
        ("year = {revised on 3 May 2016}", "write date = {2016-05-03} instead"),
        ("year = {3, 4 May 2016}", "write date = {2016-05-03/2016-05-04} instead"),
        ("year = {Octuber 3, 2016}", "write date = {2016-MM-DD} instead"),
        ("year = {RAIN-7, 2016}", "write year = {2016}, and move “RAIN-7” to another field, such as number or note"),
        ("year = {RAIN-2016-7}", "write four digits, and move “RAIN-2016-7” to another field, such as number or note, or leave it out"),
        ("year = {2016, 2nd edition}", "write year = {2016}, and move “2nd edition” to another field, such as edition"),
        ("year = 2016, month = {2016/05/03}", "write date = {2016-05-03} instead of month and year"),
        ("year = 2016, month = {2018/05/03}", "write jan, feb, … or a number from 1 to 12, or remove the field if the month is not known; a day of access belongs in urldate = {2018-05-03}"),
        ("year = 2016, month = {3.-5.10.2016}", "write date = {2016-10-03/2016-10-05} instead of month and year"),
        ("year = 2016, month = {Lake, Norway}", "move it to another field, such as address or note"),
        ("year = 2016, month = {Oak Lake, NA, Jul.}", "write month = jul, and move “Oak Lake, NA” to another field, such as address or note"),
        ("year = 2016, month = {Dec. Lake, Norway}", "write month = dec, and move “Lake, Norway” to another field, such as address or note"),
        ("year = 2016, month = {Lake, July 7--12}", "write date = {2016-07-07/2016-07-12} instead of month and year, and move “Lake” to another field, such as note"),
        ("year = 2016, month = {Lake, June 30 to July 2}", "write date = {2016-06-30/2016-07-02} instead of month and year, and move “Lake” to another field, such as note"),
        ("year = 2016, month = {Lake, June--July}", "write month = {June–July}, and move “Lake” to another field, such as note"),
        ("year = 2016, month = {Mar del Lago, Nov}", "write jan, feb, … or a number from 1 to 12, and move the rest to another field, such as note"),
        ("year = {in press.}, month = may", "write pubstate = {inpress} instead, and add year = {…} when the year is known"),
        ("year = {im Druck}, month = may", "write pubstate = {inpress} instead, and add year = {…} when the year is known"),
        ("year = {submitted to Rain}", "write pubstate = {submitted} instead, move “submitted to Rain” to another field, such as note, and add year = {…} when the year is known"),
        ("year = {to appear at RAIN, 2021}", "write year = {2021}, and move “to appear at RAIN” to another field, such as note"),
        ("year = {2021. (\\textbf{Under review, Journal of Rain})}", "write year = {2021}, and move “Under review, Journal of Rain” to another field, such as note"),
        ("year = {24, 25 et 26 mars 1969}", "write date = {1969-03-24/1969-03-26} instead"),
        ("year = {24, 23 mars 1969}", "write year = {1969}, and move “24, 23 mars” to another field, such as note"),
        ("year = {1990, 2e édition 1994}", "write year = {1994} and edition = {2}, or year = {1990} if the first edition is meant"),
        ("note = 2011, month = jun", "rename note to year"),
        ("archiveprefix = {arXiv}, eprint = {1505.05351}, month = may", "add year = {2015}, from the arXiv number"),
        ("archiveprefix = {arXiv}, eprint = {1505.05351}, month = jun", "add year = {…}"),
        ("year = 2016, date = {35}", "write YYYY-MM-DD"),
        ("year = 2016, month = may, date = {16-11}", "write date = {2016-MM-16/2016-MM-11}"),
        ("year = 2016, month = may, date = {11-16}", "write date = {2016-05-11/2016-05-16} instead of year, month and date"),
        ("venue = {Lake}, year = 2016, month = may, date = {11-16}", "write eventdate = {2016-05-11/2016-05-16} instead of date if these are the days of the event; otherwise, write date = {2016-05-11/2016-05-16} instead of year, month and date"),
        ("issues = {3}", "did you mean number?"),
        ("issues = {Spring}", "did you mean issue?"),
        ("number = 4, issues = {3}", "did you mean issue?"),
        ("notes = {641--666}", "did you mean pages?"),
        ("notes = {1999--2003}", "did you mean note?"),
        ("pages = {7}, notes = {641--666}", "did you mean note?"),
        ("institutions = {Rain}", "rename it to howpublished, because styles do not print institution for @misc"),
        ("editors = {S.-W.~Roe, H.~D{\\\"o}e and T.~Poe}", "did you mean editor? If so, write S.-W. Roe and H. D{\\\"o}e and T. Poe"),
        ("editors = {Roe, Mary and Doe, Max}", "did you mean editor?"),
        ("year = 2016, month = {Monday, May 3, Lake}", "write date = {2016-05-03} instead of month and year, and move “Lake” to another field, such as note"),
        ("year = {2016--}", "write date = {2016/} instead"),
        ("year = {2016+}", "write year = {2016}, or date = {2016/} instead if it goes on from 2016"),
        ("doi = {ARTN 20140 10.1000/182}", "write doi = {10.1000/182} and pages = {20140}"),
        ("date = {2020}, doi = {UNSP 90280R 10.1000/182}", "write doi = {10.1000/182} and eid = {90280R}"),
        ("pages = {7}, doi = {Artn 7 10.1000/182}", "write doi = {10.1000/182}"),
        ("doi = {Pii S0000-1317(03)57671-9 Doi 10.1000/182}", "write doi = {10.1000/182}, without the PII, which is another number of the work"),
        ("year = 2016, doi = {dec}", "move it: month = {dec}"),
        ("doi = {Guide to rain}", "write a DOI, such as 10.1000/182, or remove the field, or move the value to another field, such as note, if readers need it"),
        ("doi = {N/A}", "write a DOI, such as 10.1000/182, or remove the field"),
        ("note = {{Rain on{\\\\\\}lakes}}", "write a space instead of {\\\\\\}"),
        ("note = {At $20 million and $30 million a year}", "write \\$ for each dollar sign"),
        ("note = {$5_\\rm{rain} + 6_\\rm{snow}$}", "write _{\\rm rain} instead of _\\rm{rain}, and change the other one in the same way"),
        ("year = {Mon Jan 25 08:40:13 CST 2016}", "write date = {2016-01-25} instead, without the time of day"),
        ("note = {It costs $15\u2009000}", "write \\$ for a dollar sign"),
        ("year = {since 2016}", "write date = {2016/} instead"),
        ("year = {1970 [1993]}", "write year = {1993} and origdate = {1970}"),
        ("year = {s.f.}", "write the year, or remove the field if it is not known"),
        ("year = 2016, pubstate = {submitted (2016)}", "write pubstate = {submitted}"),
        ("year = 2016, pubstate = {accepted 2016-05-03}", "write pubstate = {forthcoming}, and move “accepted 2016-05-03” to note"),
        ("year = 2016, pubstate = {Pre-published. Accepted for publication in Rain}", "write pubstate = {prepublished} or {forthcoming}, and move “Accepted for publication in Rain” to note"),
        ("year = 2016, note = {N}, pubstate = {in press at Rain}", "write pubstate = {inpress}, and move “in press at Rain” to addendum"),
        ("date = {Oak Lake, May 3, 2016}", "write 2016-05-03, and move “Oak Lake” to another field, such as note"),
        ("date = {2016-05-03, Oak Lake}", "write 2016-05-03, and move “Oak Lake” to another field, such as note"),
        ("date = {Oak Lake, Norway, 2016}", "write 2016, and move “Oak Lake, Norway” to another field, such as location or note"),
        ("date = {Online, 2016}", "write 2016, and move “Online” to another field, such as note"),
        ("date = {n.d.}", "write the date, or remove the field if it is not known"),
        ("year = 2016, month = {2016-05}", "write month = may"),
        ("year = 2016, date = {23--25}", "write date = {2016-MM-23/2016-MM-25}"),
        ("year = 2016, date = {15.10.}", "write date = {2016-10-15}"),
        ("note = {N}, year = {unpublished}", "rename year to addendum"),
        ("url = {https://example.org/a}, doi = {https://example.org/b}", "remove it if url leads to the same work; otherwise, move it to another field, such as note"),
        ("doi = {https://arxiv.org/abs/2211.09016v2}, eprint = {2211.09016}", "remove it, because eprint is given; write eprint = {2211.09016v2} if this version is meant"),
        ("doi = {https://arxiv.org/abs/2211.09017}, eprint = {2211.09016}", "remove it, or write eprint = {2211.09017} if the eprint that is given is wrong"),
        ("year = 2016, isbn = {9780306406157}, doi = {978-3-16-148410-0}", "remove it, or write isbn = {978-3-16-148410-0} if the isbn that is given is wrong"),
        ("adress = {https://example.org}, url = {https://example.org}", "remove it, because url has the same value"),
        ("note = {C:\\\\Users\\\\roe\\\\Zotero\\\\RAIN7.pdf}", "remove the field, or rename it to file"),
        ("year = 2020, month = {https://}", "write jan, feb, … or a number from 1 to 12"),
        ("year = {0}", "write the year, or remove the field if it is not known"),
        ("arxivid = {arXiv:9905181 [math.FA]}", "write math/9905181"),
        ("year = {unpublished}", "rename year to note"),
        ("year = {cited 2015}", "write urldate = {2015} instead"),
        ("year = {1998, not 1989}", "write a single year, and move the rest to another field, such as note"),
        ("year = {27 septembre 2021, corrigé le 26 août 2025}", "write date = {2021-09-27} instead, and move “corrigé le 26 août 2025” to another field, such as note"),
        ("url = {<Go to ISI>://WOS:000185656000007}", "write https://www.webofscience.com/wos/woscc/full-record/WOS:000185656000007"),
        ("url = {ISI:A1990CX18900006}", "write https://www.webofscience.com/wos/woscc/full-record/WOS:A1990CX18900006"),
        ("url = {papers2://publication/doi/10.1000/182}", "write https://doi.org/10.1000/182"),
        ("url = {hal:01234567}", "write https://hal.science/hal-01234567"),
        ("url = {httpapss://example.org/roe}", "write https: instead of httpapss:"),
        ("url = {10.6084/m9.rainshare.3146665.v1}", "move it: doi = {10.6084/m9.rainshare.3146665.v1}"),
        ("year = 2011, month = {08.-09.10.2011}", "write date = {2011-10-08/2011-10-09} instead of month and year"),
        ("year = {'98}", "write year = {1998} if that is the year"),
        ("year = {MCMXCVIII}", "write year = {1998} if that is the year"),
        ("year = {ca. 1900--1910}", "write date = {1900~/1910~} instead"),
        ("date = {12/05/2020}", "write 2020-05-12 if the day is first, or 2020-12-05 if the month is first"),
        ("date = {2020-13-01}", "write 2020-01-13 if day and month are exchanged; otherwise, correct the month"),
        ("date = {2020-13-32}", "correct the month"),
        ("date = {2020-02-30}", "correct the day, because the month does not have it"),
        ("date = {20200501}", "write 2020-05-01"),
        ("year = 2020, month = {Issue 3}", "move it: number = {3}"),
        ("year = 2020, volume = 5, month = {vol. 5}", "remove it if it is the volume, which is given; otherwise, write the month"),
        ("year = 2020, month = {Q3}", "write month = jul, the first month of the quarter, or move “Q3” to another field, such as number or note"),
        ("doi = {49:$50-$54}", "write a DOI, such as 10.1000/182, or remove the field, or move the value to another field, such as note, if readers need it"),
        ("doi = {6.2017-0900}", "write doi = {10.2514/6.2017-0900} if it is the DOI of this work, or remove the field"),
        ("doi = {PMC1234567}", "write url = {https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/} instead"),
        (
            "doi = {hal-01234567}, url = {https://example.org/roe}",
            "remove it if url leads to the same work; otherwise, write https://hal.science/hal-01234567 in note",
        ),
        ("doi = {urn:nbn:de:101:1-2020}", "write url = {https://nbn-resolving.org/urn:nbn:de:101:1-2020} instead"),
        ("doi = {10,1000/182}", "write doi = {10.1000/182}"),
        ("doi = {1O.1000/182}", "write doi = {10.1000/182}"),
        ("url = {http//example.org/roe}", "write http://example.org/roe"),
        ("url = {(https://example.org/roe)}", "write https://example.org/roe"),
        ("code = {git@github.com:roe/rain.git}", "write https://github.com/roe/rain"),
        ("arxiv = {cs.CL}", "remove it, or write the identifier"),
        ("year = {KR}", "write four digits, and move “KR” to another field, such as note, or leave it out"),
        ("doi = {null}", "write a DOI, such as 10.1000/182, or remove the field"),
        ("doi = {https://doi.org/10.1002.rain.1}", "write doi = {10.1002/rain.1}"),
        ("doi = {https://doi.org/rain}", "write the DOI after https://doi.org/, such as 10.1000/182"),
        ("file = {rain.pdf}, note = {C:\\\\Users\\\\roe\\\\RAIN7.pdf}", "remove the field"),
        ("note = {At $20 million a year}", "write \\$ for a dollar sign"),
        ("note = {At $2^*}", "write \\$ for a dollar sign, or add the one that is missing"),
        ("note = {a \\ding{51} b}", "write the character that \\ding{51} stands for, or remove it if it stands for none"),
        ("note = {a \\gt b}", "write >"),
        ("note = {\\url{Rain and Snow}}", "write a URL that begins with https://, or remove \\url"),
        ("note = {$a \\\\ b$}", "write \\begin{aligned} and \\end{aligned} around its lines"),
        ("note = {$a \\mod b$}", "write \\bmod"),
        ("note = {a \\plusmn b}", "write ±"),
        ("note = {$s_\\rm{NN}$}", "write _{\\rm NN} instead of _\\rm{NN}"),
        ("year = 2016, month = {Lake, VA, Dec.}", "write month = dec, and move “Lake, VA” to another field, such as address or note"),
        ("url = {#https://example.org/a#}", "write https://example.org/a"),
        ("year = {2001--}", "write date = {2001/} instead"),
        ("year = {2019 (accessed March 1, 2020)}", "write year = {2019} and urldate = {2020-03-01}"),
        (
            "year = {2019, consultado el 14 de enero de 2020}",
            "write year = {2019} and urldate = {2020-01-14}",
        ),
        ("year = {[2020] \\copyright 2021}", "write year = {2020}"),
        ("url = {87 FR 10381}", "write a URL that begins with https://, or move the value to another field, such as note"),
        ("note = {a \\lamdba b}", "write $\\lambda$"),
        ("note = {\\$E\\_i = \\lamdba b, \\kern+100pt (1)\\$}", "write the formula again, as LaTeX between $ and $"),
        ("note = {72 \\primeN}", "write $\\prime$N"),
        ("note = {72 \\nobreakspaceN}", "write \\nobreakspace{}N"),
    ],
)  # fmt: skip
def test_what_looks_like_an_address_but_is_not_says_what_to_write(
    tmp_path: Path, field: str, fix: str
) -> None:
    assert only_advice(tmp_path, f"@misc{{k, title = {{T}},\n {field}}}") == (2, fix)


def test_a_date_without_a_year_is_reported_where_the_year_should_be(tmp_path: Path) -> None:
    line, _ = only_advice(tmp_path, "@misc{k, title = {T},\n month = may,\n year = {forthcoming}}")
    assert line == 3


def test_months_of_other_languages_are_read(tmp_path: Path) -> None:
    for month in ("prosinac", "października", "Ağustos", "heinäkuu", "únor", "iulie"):
        assert problems(tmp_path, f"@misc{{k, title = {{T}}, year = 2020, month = {{{month}}}}}") == []
    assert len(problems(tmp_path, "@misc{k, title = {T}, year = 2020, month = {listopad}}")) == 1


def test_a_work_without_a_year_does_not_have_another_year(tmp_path: Path) -> None:
    works = "@misc{a, title = {T}, year = 2020, doi = {10.1000/1}}\n@misc{b, title = {T}, doi = {10.1000/1}}"
    (problem,) = problems(tmp_path, works)
    assert problem.message == "is the same work as 'a' (line 1)"


def test_a_doi_that_a_reference_manager_adds_to_many_entries_is_not_trusted(tmp_path: Path) -> None:
    work = "@misc{%s, title = {%s}, doi = {10.1017/CBO9781107415324.004}}\n"
    (problem,) = problems(tmp_path, work % ("a", "Rain") + work % ("b", "Lakes of the north"))
    assert problem.fix == (
        "remove 10.1017/cbo9781107415324.004 from both unless it is right, because Mendeley adds this DOI to many entries"
    )


def test_a_work_with_a_longer_title_and_the_same_doi_is_the_same(tmp_path: Path) -> None:
    work = "@misc{%s, title = {Rain on the lakes in the winter of last year%s}, doi = {10.1000/1}}\n"
    (problem,) = problems(tmp_path, work % ("a", "") + work % ("b", " | Rain Reader"))
    assert problem.message == "is the same work as 'a' (line 1)"


def test_an_unpublished_work_needs_no_year(tmp_path: Path) -> None:
    assert problems(tmp_path, "@unpublished{k, title = {T}, author = {Roe, Mary}}") == []


def test_the_line_breaks_of_a_reference_manager_are_one_problem(tmp_path: Path) -> None:
    text = "@misc{%s, title = {T},\n abstract = {Rain\nfalls\\nof $\\nu$ night.\\rThe end\\nEnd \\r{A}}}\n"
    (problem,) = problems(tmp_path, text % "a" + (text % "b").replace("T", "U"))
    assert (problem.line, problem.message) == (
        3,
        "abstract: \\n stands for a line break in “\\nof”, and a space is printed",
    )


def test_an_unknown_command_in_a_formula_is_no_line_break(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T}, abstract = {$a \\notrain$}}")
    assert problem.message.startswith("abstract: the formula $a \\notrain$")


@pytest.mark.parametrize(
    "entries",
    [
        "@misc{b, crossref = {a}}\n@misc{a, title = {T}, author = {Roe, Mary}, year = 2020}",
        "@phdthesis{a, WORK, school = {S}}\n@article{b, WORK, journal = {J}}",
        "@misc{a, WORK, publisher = {Rain Days}}\n@misc{b, WORK, publisher = {Snow Days}}",
        "@article{a, WORK, PLACE}\n@article{b, title = {Snow}, author = {Doe, Ann}, year = 2020, PLACE}",
    ],
)
def test_what_only_looks_like_one_work_is_not_reported(tmp_path: Path, entries: str) -> None:
    place = "journal = {J}, volume = 7, pages = {1--99}, doi = {10.1000/1}"
    work = "title = {T}, author = {Roe, Mary}, year = 2020"
    assert problems(tmp_path, entries.replace("WORK", work).replace("PLACE", place)) == []


def test_a_citation_in_an_abstract_can_be_removed(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T}, abstract = {As \\cite{roe} says}}")
    assert problem.fix == "remove \\cite from the abstract, or correct the key"


def test_a_length_is_not_printed(tmp_path: Path) -> None:
    title = r"Rain\kern-0.5em and\hskip 1em plus 0.5em minus 0.4em\relax snow"
    assert problems(tmp_path, f"@misc{{k, title = {{{title}}}}}") == []
    assert plain(title) == "Rain and snow"


def test_works_by_other_people_are_other_works(tmp_path: Path) -> None:
    work = "@inproceedings{%s, title = {T}, year = 2020, author = {%s}, booktitle = {%s}}\n"
    one = work % ("a", "Roe, Mary and Doe, Jane", "Rain Days")
    assert problems(tmp_path, one + work % ("b", "Roe, Mary and Poe, Ann", "Rain Days")) == []
    assert problems(tmp_path, one + work % ("b", "Roe, Mary and Doe, Jane and Poe, Ann", "Snow Days")) == []
    assert len(problems(tmp_path, one + work % ("b", "Roe, Mary and Doe, Jane", "Snow Days"))) == 1
    assert len(problems(tmp_path, one + work % ("b", "Roe, Mary and others", "Rain Days"))) == 1


def test_a_command_with_empty_braces_is_printed_itself(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {A \\rainword{} day}}")
    assert (problem.message, problem.fix) == (
        "title: unknown LaTeX command \\rainword; the command itself is printed",
        "write the text that \\rainword stands for, or remove it if it stands for none",
    )


def test_the_brace_that_an_escaped_one_closes_is_the_unmatched_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {{Rain on polygonal{a\\}models}}}")
    assert problem.message == "title: unmatched opening brace in “{Rain on polygonal{a\\}models}”"
    assert problem.fix == (
        "remove it, and remove \\} or write \\textbraceright instead of it, because BibTeX counts that brace"
    )


def test_a_formula_that_an_exporter_escaped_is_called_that(tmp_path: Path) -> None:
    title = r"Rain at \$\$ \textbackslash sqrt\{s\_\{\textbackslash mathrm\{\vphantom{\}\}\}}{{N}}\$\$"
    (problem, *_) = problems(tmp_path, f"@misc{{k, title = {{{title}}}}}")
    assert problem.fix == "write the formula again, as LaTeX between $ and $"


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        (r"Runs with $6\ifmmode\times\else\texttimes\fi{}1{0}^{20}$", r"Runs with $6\times{}1{0}^{20}$"),
        (r"A {\ifmmode---\else\textemdash\fi} b", "A — b"),
        (r"\$5 \ifmmode a\else b\fi{} c \(\ifmmode d\else e\fi\)", r"\$5 b c $d$"),
        (r"Day\addslash{}night\hyphen{}rain", "Day/night-rain"),
    ],
)
def test_the_branch_of_a_choice_that_applies_is_printed(tmp_path: Path, title: str, printed: str) -> None:
    assert problems(tmp_path, f"@misc{{k, title = {{{title}}}}}") == []
    assert plain(title) == plain(printed)


def test_a_symbol_for_text_is_a_symbol_in_a_formula_too(tmp_path: Path) -> None:
    assert problems(tmp_path, r"@misc{k, title = {$3 \texttimes 4$ at $5 \lessequivlnt 6\textdegree$}}") == []


@pytest.mark.parametrize(
    ("place", "fix"),
    [
        (
            "Workshop on Rain", "if they are versions of one work, add 'a' to the related field of this one; if they are the same publication, keep one, with the fields of both and the right value of booktitle; otherwise, leave both",
        ),
        ("Proc. of Rain}, pages = {3--5", "keep one, with the fields of both and the right value of pages"),
        ("Proc. of Rain}, doi = {10.1000/1", "keep one, with the fields of both"),
    ],
)  # fmt: skip
def test_the_same_title_at_another_conference_is_no_reason_to_remove_a_work(
    tmp_path: Path, place: str, fix: str
) -> None:
    work = "@inproceedings{%s,\n  title = {Rain and Snow}, author = {Roe, Mary}, year = {2020}, booktitle = {%s}}\n"
    (problem,) = problems(
        tmp_path,
        work % ("a", "Proc. of Rain}, note = {A}, doi = {10.1000/1}, pages = {3") + work % ("b", place),
    )
    assert problem.fix == fix


def test_two_entries_with_the_same_fields_lose_nothing_if_one_is_removed(tmp_path: Path) -> None:
    work = "@book{%s, title = {Rain}, author = {Roe, Mary}, year = {2020}}\n"
    (problem,) = problems(tmp_path, work % "a" + work % "b")
    assert str(problem) == "b: has the same data as 'a' (line 1); keep one"


def test_a_preprint_with_the_doi_of_the_paper_may_be_another_version(tmp_path: Path) -> None:
    work = "@article{%s, title = {Rain}, author = {Roe, Mary}, year = {2020}, doi = {10.1000/1}, journal = {%s}}\n"
    (problem,) = problems(tmp_path, work % ("a", "arXiv") + work % ("b", "Rain"))
    assert str(problem) == (
        "b: is the same work as 'a' (line 1); if they are versions of one work, add 'a' to the related field of "
        "this one; if they are the same publication, keep one, with the right value of journal"
    )


def test_a_talk_with_the_doi_of_its_paper_can_be_related_to_it(tmp_path: Path) -> None:
    work = "@inproceedings{%s, title = {Rain}, author = {Roe, Mary}, year = 2020, booktitle = {Rain}, doi = {10.1000/1}, keywords = {%s}}\n"
    (problem,) = problems(
        tmp_path, work % ("a", "Published article") + work % ("b", "Conference presentation")
    )
    assert str(problem) == (
        "b: is the same work as 'a' (line 1); if one is the talk or poster, and the other its paper, add the "
        "other's key to its related field; if they are the same publication, keep one, with the keywords of "
        "both"
    )


def test_an_abstract_may_have_the_doi_of_the_issue_that_contains_it(tmp_path: Path) -> None:
    issue = "@article{a, title = {Abstracts of Rain 2020}, journal = {J}, date = 2020, doi = {10.1000/1}}"
    abstract = "@inproceedings{b, title = {Oak}, author = {Roe, M.}, booktitle = {Rain}, date = 2020, doi = {10.1000/1}}"
    found = problems(tmp_path, f"{issue}\n{abstract}")
    (fix,) = (each.fix for each in found if each.kind is ProblemKind.WORK_DUPLICATE)
    assert "; if one is a part of the other, and has no DOI of its own, leave both; otherwise, " in fix


def test_two_parts_of_a_work_are_not_one_work(tmp_path: Path) -> None:
    one = "@article{a, title = {Rain on Oaks: Part I}, author = {Roe, M.}, journal = {J}, date = 2020, doi = {10.1000/1}}"
    other = one.replace("{a,", "{b,").replace("Part I", "Part II")
    (problem,) = problems(tmp_path, f"{one}\n{other}")
    assert problem.message == "has the DOI of 'a' (line 1), but another title"


def test_a_crossref_in_another_case_is_corrected(tmp_path: Path) -> None:
    part = "@inproceedings{a, title = {Rain}, author = {Roe, M.}, crossref = {RAIN20}}"
    found = problems(tmp_path, f"{part}\n@proceedings{{rain20, title = {{Rain 2020}}, date = 2020}}")
    assert [each.fix for each in found if each.kind is ProblemKind.CROSSREF_UNKNOWN] == [
        "write 'rain20', because the case of a key matters"
    ]


def test_parts_of_one_book_may_have_its_doi(tmp_path: Path) -> None:
    work = "@inproceedings{%s, title = {%s}, author = {Roe, Mary}, year = 2020, booktitle = {Abstracts of Rain}, pages = {%s},\n doi = {10.1000/rain}}\n"
    (problem,) = problems(tmp_path, work % ("a", "Rain over the hills", 3) + work % ("b", "Snow on roofs", 5))
    assert (problem.line, str(problem)) == (
        4,
        "b: has the DOI of 'a' (line 1), which has another title in the same book; "
        "if it is the DOI of the whole book, remove it from both; otherwise, correct the wrong one",
    )


@pytest.mark.parametrize(("pages", "line", "key"), [(("960", "15"), 4, "b"), (("15", "960"), 2, "a")])
def test_the_doi_that_agrees_with_the_pages_is_right(
    tmp_path: Path, pages: tuple[str, str], line: int, key: str
) -> None:
    work = "@article{%s, title = {%s}, author = {Roe, Mary}, year = 2020, journal = {%s}, pages = {%s},\n doi = {10.1000/rain.2020.00960}}\n"
    one = work % ("a", "Rain over the hills", "Rain", pages[0])
    (problem,) = problems(tmp_path, one + work % ("b", "Snow on roofs", "Snow", pages[1]))
    other = {"a": "'b' (line 3)", "b": "'a' (line 1)"}[key]
    assert (problem.line, str(problem)) == (
        line,
        f"{key}: has the DOI of {other}, but another title; "
        "correct the DOI here, because it agrees with the pages there",
    )


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://doi.org/10.1000/hills\\_1", "a: has the DOI of 'b' (line 3), but another title; write doi = {10.1000/hills_1}, as in url"),
        ("https://x.org/10.1000/rain\\_1/full", ""),
        ("https://doi.org/10.1000/rain_1", ""),
    ],
)  # fmt: skip
def test_the_doi_in_the_url_shows_which_doi_is_wrong(tmp_path: Path, url: str, found: str) -> None:
    work = "@article{%s, title = {%s}, author = {Roe, Mary}, year = 2020, journal = {%s},\n doi = {https://doi.org/10.1000/rain\\_1}%s}\n"
    one = work % ("a", "Rain over the hills", "Rain", f", url = {{{url}}}")
    (problem,) = problems(tmp_path, one + work % ("b", "Snow on roofs", "Snow", ""))
    otherwise = (
        "b: has the DOI of 'a' (line 1), but another title; if they are the same publication, keep one, with the "
        "fields of both and the right values of title and journal; otherwise, correct the wrong DOI"
    )
    assert (problem.line, str(problem)) == (2 if found else 4, found or otherwise)


def test_a_change_of_type_to_misc_loses_nothing_that_is_printed(tmp_path: Path) -> None:
    paper = "@inproceedings{k, title = {T}, author = {Roe, Mary}, %s}"
    assert (
        only_advice(tmp_path, paper % "year = 2020, pages = {3--5}")[1]
        == "add booktitle = {…}; if it is not in proceedings, change the type to @article (add journal), @incollection (add booktitle), or @misc for a talk or anything else; with @misc, move pages to note"
    )
    assert only_advice(tmp_path, paper % "year = 2020, pages = {4}")[1] == (
        "add booktitle = {…}; if it is not in proceedings, change the type to @article (add journal), "
        "@incollection (add booktitle), @book (add publisher), @techreport (add institution), or @misc for a talk "
        "or anything else; move pages to note if the new type does not print it"
    )
    fields = "organization = {Rain Office}, address = {Lake}"
    assert only_advice(tmp_path, paper % f"year = 2020, {fields}")[1] == (
        "add booktitle = {…}; if it is not in proceedings, change the type to @article (add journal), "
        "@incollection (add booktitle), @book (add publisher), @techreport (add institution), or @misc (move "
        "organization and address to howpublished) for a talk or anything else"
    )
    assert only_advice(tmp_path, paper % f"date = {{2020}}, {fields}")[1].endswith(
        ", or @misc for a talk or anything else"
    )


def test_the_years_of_several_preprints_are_named_with_their_entries(tmp_path: Path) -> None:
    work = "@article{%s, title = {%s}, author = {Roe, Mary}, journal = {arXiv:%s}}\n"
    numbers = (
        ("a", "Rain", "2001.00001"),
        ("b", "Snow", "2101.00002"),
        ("c", "Hail", "2101.00003"),
        ("d", "Fog", "2101.00004"),
        ("e", "Ice", "1701.00005"),
    )
    assert only_advice(tmp_path, "".join(work % each for each in numbers))[1] == (
        "add year = {2020} to 'a' (line 1), year = {2021} to 'b' (line 2), year = {2021} to 'c' (line 3), "
        "year = {2021} to 'd' (line 4), and likewise to 1 more, from the arXiv numbers"
    )


def test_lengths_of_commands_for_boxes_are_not_printed(tmp_path: Path) -> None:
    title = r"A \raisebox{-0.5ex}\textasciitilde7 \resizebox{1cm}{!}{Rain} \textcolor[rgb]{1,0,0}{Red} \rule{1em}{2pt}\scalebox{2}{Sun}"
    assert problems(tmp_path, f"@misc{{k, title = {{{title}}}}}") == []
    assert plain(title) == "A ~7 Rain Red Sun"


@pytest.mark.parametrize(
    ("title", "fix"),
    [
        (r"Rain at $\sqrt{s_\rm{NN}}=5$", r"write _{\rm NN} instead of _\rm{NN}"),
        (r"Rain \tilde 7", r"write \textasciitilde instead"),
        (r"Rain 5 \plusmn 3", "write ±"),
        (r"Rain $13\,\text{Te\hspace{-.08em}V}$", r"write the formula without \hspace{-.08em}"),
        (r"Rain Fran\ccais", r"write \c{c}ais"),
        (r"Rainstra\sse 2", r"write {\ss}e"),
        (r"Rain at Bl\aasenhus", r"write {\aa}senhus"),
        (r"Rain with $\ce{CaCl2}$", r"write \mathrm{CaCl_{2}} instead of \ce{CaCl2}"),
        (r"Rain \and Snow", "write and"),
        (r"Rain Fran\cc ois", r"write \c{c}"),
        (r"Rain \ref{oak}", r"remove \ref with its argument"),
        (r"Rain \SI{5}{MHz}", r"write the quantity without \SI, such as 5 MHz"),
        (r"Rain 2\ieme{}", r"write \textsuperscript{e} instead of \ieme"),
        (r"Rain 2\up{e}", r"write \textsuperscript instead of \up"),
        (r"Rain \n Oak", "write a space or a line break"),
        (r"Rain \ensuremath\alpha", "put braces around the command after it"),
        (r"Rain in LiNbO{\char8323} Oak", "write ₃ instead of \\char8323"),
        (r"Rain \urlhttps://https://example.org/a_b.pdf", r"write \url{https://example.org/a_b.pdf}"),
        (r"Rain \empharXiv", r"write \emph{arXiv}"),
        (r"Rain $Q\^{}*$", r"write ^ instead of \^{}"),
        (
            r"Rain $\less$i$\greater$Oak$\less$/i$\greater$",
            r"write <, or \emph or a similar command if it is part of an HTML tag, as in $\less$i$\greater$",
        ),
        (r"Rain $a \\; b$", r"write \ instead of \\ before commands, braces and punctuation"),
    ],
)
def test_the_advice_about_a_command_is_what_to_type(tmp_path: Path, title: str, fix: str) -> None:
    assert only_advice(tmp_path, f"@misc{{k, title = {{{title}}}}}") == (1, fix)


def test_the_definition_of_a_command_is_removed(tmp_path: Path) -> None:
    fixes = [each.fix for each in problems(tmp_path, r"@misc{k, title = {Rain \newcommand{\oak}{elm}}}")]
    assert fixes[0] == "remove the definition, and write what it stands for instead of the new command"


def test_a_font_as_an_index_needs_braces(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, r"@misc{k, title = {Rain at $s_\rm{NN}$}}")
    assert problem.message.endswith(r"\rm after _ needs braces around it")


def test_a_font_switch_in_braces_is_an_index(tmp_path: Path) -> None:
    assert problems(tmp_path, r"@misc{k, title = {Rain at $\sqrt{s_{\rm NN}}=5$}}") == []


def test_the_remnant_of_a_formula_is_removed_as_a_whole(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {Rain *$^{ </sup>}}}")
    assert str(problem) == (
        "k: title: remnant of a formula with an HTML tag in “Rain *$^{ </sup>}”; "
        "remove $^{ </sup> (and the } after it, if two follow), or write the formula that is meant"
    )


def test_a_file_in_a_folder_goes_to_a_folder(tmp_path: Path) -> None:
    entry = "@misc{k, title = {T},\n PDF = {papers/roe.pdf}}"
    (problem,) = problems(tmp_path, entry)
    assert str(problem) == (
        "k: pdf refers to the file 'papers/roe.pdf', which is not in the folder of the bibliography; "
        "copy it to the folder 'papers' next to the bibliography, or add the folder that contains this folder to vitae_files"
    )
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "roe.pdf").write_bytes(b"%PDF-1.4")
    assert problems(tmp_path, entry) == []
    (tmp_path / "papers" / "roe.pdf").unlink()
    (tmp_path / "papers" / "roe.yaml").write_text("x")
    (problem,) = problems(tmp_path, entry.replace("roe.pdf", "roe.yaml"))
    assert str(problem) == (
        "k: pdf refers to a file that is not published: "
        "source files and configuration files are not published; write the name of another file, or a URL"
    )


def test_many_absent_files_in_folders_keep_their_folders(tmp_path: Path) -> None:
    entry = "@misc{k%d, title = {T%d}, pdf = {papers/%d.pdf}}\n"
    (problem,) = problems(tmp_path, "".join(entry % (n, n, n) for n in range(4)))
    assert str(problem) == (
        "none of the 4 files that entries refer to is in the folder of the bibliography: "
        "'papers/0.pdf', 'papers/1.pdf', 'papers/2.pdf', …; copy them next to the bibliography, in these folders, "
        "or add the folder that contains these folders to vitae_files"
    )


def test_files_of_the_same_name_are_not_copied_over_each_other(tmp_path: Path) -> None:
    pdf, slides = problems(
        tmp_path, "@misc{k, title = {T},\n link = {/papers/roe.pdf},\n slides = {/slides/roe.pdf}}"
    )
    assert str(pdf) == (
        "k: link is '/papers/roe.pdf', which is a URL without its host; write the whole URL, which begins with https://, "
        "or copy the file next to the bibliography under another name, and write its name"
    )
    assert slides.line == 3
    assert "under another name" in slides.fix


def test_many_links_with_the_same_fault_are_one_problem(tmp_path: Path) -> None:
    entry = "@misc{k%d, title = {T%d},\n link = {%s/%d.pdf}}\n"
    (problem,) = problems(tmp_path, "".join(entry % (n, n, "/papers", n) for n in range(5)))
    assert (problem.line, str(problem)) == (
        2,
        "5 links are URLs without their host: link of 'k0', link of 'k1', link of 'k2', …; write whole URLs, "
        "which begin with https://, or copy the files next to the bibliography, each under its own name, "
        "and write these names",
    )
    assert len(problems(tmp_path, "".join(entry % (n, n, "/papers", n) for n in range(3)))) == 3
    (problem,) = problems(tmp_path, "".join(entry % (n, n, "/home/roe", n) for n in range(4)))
    assert problem.message.startswith("4 links are paths on one computer: link of 'k0', ")


def test_a_crossref_that_an_entry_does_not_need_can_be_removed(tmp_path: Path) -> None:
    paper = "@inproceedings{k%d, title = {T%d}, author = {Roe, Mary}, year = 2020,\n booktitle = {B},\n crossref = {p%d}}\n"
    (problem,) = problems(tmp_path, paper % (1, 1, 1))
    assert (problem.line, problem.fix) == (
        3,
        "correct the key, or add the file that contains it, "
        "or remove crossref, because the entry has its own booktitle and year",
    )
    (problem,) = problems(tmp_path, paper.replace("booktitle = {B},", "") % (1, 1, 1))
    assert problem.fix == "correct the key, or add the file that contains it"
    (problem,) = problems(tmp_path, "".join(paper % (n, n, n) for n in range(4)))
    assert (problem.line, str(problem)) == (
        3,
        "crossref in 4 entries refers to entries that are not in the files checked: 'p0', 'p1', 'p2', …; "
        "remove crossref from these entries, because they have their own booktitle or journal and their own year, "
        "or add the file with the other entries",
    )


def test_the_doi_of_a_book_is_not_that_of_its_part(tmp_path: Path) -> None:
    part = "@incollection{p, title = {Snow}, author = {Roe, Mary}, year = 2020, booktitle = {{Rain}},\n doi = {10.1000/1}}\n"
    book = "@book{b, title = {Rain}, author = {Roe, Mary}, year = 2020,\n doi = {10.1000/1}}\n"
    for text, line, other in ((part + book, 2, 3), (book + part, 4, 1)):
        (problem,) = problems(tmp_path, text)
        assert (problem.line, str(problem)) == (
            line,
            f"p: has the DOI of the book that contains it, 'b' (line {other}); write the DOI of this part, or remove doi",
        )


def test_the_same_pages_are_the_same_place_however_it_is_written(tmp_path: Path) -> None:
    paper = "@inproceedings{%s, title = {T}, author = {Roe, Mary}, year = 2020, booktitle = {%s}, pages = {11--17}}\n"
    (problem,) = problems(tmp_path, paper % ("a", "Proc. Rain") + paper % ("b", "Proceedings of Rain"))
    assert (
        str(problem)
        == "b: seems to be the same work as 'a' (line 1); keep one, with the right value of booktitle"
    )


def test_a_citation_is_found_at_its_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T},\n abstract = {Rain.\n Snow \\cite{roe}.}}")
    assert problem.line == 3


def test_a_name_with_a_comma_that_is_not_printed_is_shown_as_written(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T}, author = {Pe\\,na, Mary}}")
    assert problem.message == "author: “Pe\\,na, Mary” has too many commas for a name"


def test_a_page_that_somebody_has_looked_at_may_have_no_date(tmp_path: Path) -> None:
    page = "@online{k, title = {T}, author = {Roe, Mary}, url = {https://example.org}%s}"
    assert problems(tmp_path, page % ", urldate = {2020-01-01}") == []
    assert only_advice(tmp_path, page % "")[1] == "add year = {…}, or urldate = {…} if the page has no date"


def test_what_an_unknown_parent_provides_is_not_missing_from_many_entries_either(tmp_path: Path) -> None:
    paper = "@inproceedings{k%d, title = {T%d}, author = {Roe, Mary}, crossref = {p}}\n"
    found = problems(tmp_path, "".join(paper % (n, n) for n in range(5)))
    assert {problem.kind.code for problem in found} == {"crossref-unknown"}


def test_a_key_that_is_suggested_can_be_cited_in_latex(tmp_path: Path) -> None:
    found = problems(tmp_path, "@misc{, title = {Rain}}\n@misc{, title = {Rain}, note = {N}}")
    assert found[1].fix == "write @misc{rain-2, or another key"


def test_characters_in_a_field_that_nobody_sees_are_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "@misc{k, title = {T}, file = {Ra\x02in.pdf}}") == []
    assert len(problems(tmp_path, "@misc{k, title = {T}, note = {Ra\x02in}}")) == 1


def test_many_empty_entries_are_one_problem(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "".join(f"@misc{{k{n},\n note = {{}}}}\n" for n in range(5)))
    assert (problem.line, str(problem)) == (
        1,
        "5 entries are empty: 'k0', 'k1', 'k2', …; fill them in, or remove them",
    )
    assert len(problems(tmp_path, "@misc{a, note = {}}\n@misc{b, note = {}}")) == 2


def test_references_to_two_places_in_a_book_may_be_meant(tmp_path: Path) -> None:
    book = "@book{%s, title = {Rain}, author = {Roe, Mary}, year = {2020}, publisher = {Lake}, note = {%s}}\n"
    (problem,) = problems(tmp_path, book % ("a", "Verse 1") + book % ("b", "Verse 2"))
    assert problem.fix == (
        "if they are for parts of one book, keep one, and name the part in each citation; if they are the same "
        "publication, keep one, with the right value of note; otherwise, leave both"
    )


def test_a_tag_of_several_words_is_not_a_link(tmp_path: Path) -> None:
    assert problems(tmp_path, "@misc{k, title = {T}, project = {Rain and Snow}}") == []


def test_a_status_of_pubmed_for_works_that_have_appeared_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "@misc{k, title = {T}, pubstate = {ppublish}}") == []


def test_a_definition_of_a_journal_lacks_no_year(tmp_path: Path) -> None:
    found = problems(tmp_path, "@article{rain, journal = {Rain}, publisher = {Lake Press}}")
    assert [str(problem) for problem in found] == [
        "rain: no title; the key is printed instead; write title = {…}",
    ]


def test_a_url_in_howpublished_is_that_of_a_page(tmp_path: Path) -> None:
    page = "@online{k, title = {T}, author = {Roe, Mary}, year = 2020, howpublished = {%s}}"
    assert not problems(tmp_path, page % r"\url{https://example.org/}")
    assert problems(tmp_path, page % "Rain")[0].message == "@online has no url, doi or eprint"


def test_a_year_and_month_of_access_need_no_day(tmp_path: Path) -> None:
    fields = "title = {T}, author = {Roe, Mary}, year = {Accessed: 2020-12}"
    assert only_advice(tmp_path, f"@misc{{k, {fields}}}")[1] == "write urldate = {2020-12} instead"


def test_the_fields_that_differ_in_two_entries_for_a_work_are_named(tmp_path: Path) -> None:
    work = "@article{%s, title = {Rain}, author = {Roe, %s}, year = 2020, journal = {%s}, doi = {10.1000/1}, volume = %d, number = %d, %s}\n"
    one = work % ("a", "Mary", "Rain", 1, 1, "file = {a.pdf}")
    other = work % ("b", "M.", "Snow", 2, 3, "file = {b.pdf}, pages = {3}")
    (problem,) = problems(tmp_path, one + other)
    assert (
        problem.fix
        == "keep one, with the fields of both and the right values of author, journal, volume and number"
    )
    more = "edition = {%d}, note = {%d}, file"
    (problem,) = problems(tmp_path, one.replace("file", more % (1, 1)) + other.replace("file", more % (2, 2)))
    assert problem.fix.endswith("the right values of author, journal, volume, number and 2 more fields")


def test_formatted_others_are_further_names(tmp_path: Path) -> None:
    work = r"@misc{k, title = {T}, year = 2020, author = {Roe, Mary and \textbf{others}}}"
    (problem,) = problems(tmp_path, work)
    assert str(problem) == (
        r"k: author: “\textbf{others}” is a name in BibTeX, because it is formatted; write others"
    )


def test_one_initial_is_a_given_name_beside_names_with_their_family_name_first(tmp_path: Path) -> None:
    work = "@misc{k, title = {T}, year = 2020, author = {%s}}"
    assert only_advice(tmp_path, work % "Roe JRI and Doe J and Poe A")[1] == (
        "write {Roe JRI} if it is an organization, or Roe, JRI"
    )
    (problem,) = problems(tmp_path, work % "Roe JRI and Doe J and Poe A")
    assert "(this also applies to 2 more names)" in problem.message
    assert not problems(tmp_path, work % "Malcolm X and Mary Roe")
    assert "(this also" not in problems(tmp_path, work % "Roe JRI and Malcolm X")[0].message


@pytest.mark.parametrize(
    ("one", "other", "fix"),
    [
        ("journal = {Wet}", "journaltitle = {Wet}", "keep one"),
        ("doi = {10.1000/1}", "doi = {https://doi.org/10.1000/1}", "keep one"),
        ("month = may", "month = jun", "keep one, with the right value of month"),
        ("month = jun", "month = {June}, keywords = {wet}", "keep one, with the fields of both"),
        ("keywords = {dry}", "keywords = {wet}, month = jun", "keep one, with the fields and keywords of both"),
        ("booktitle = {Wet}", "booktitleaddon = {Wet}, date = {2020}", "keep one"),
        ("url = {https://example.org/ben}", "url = {https://example.org/hin}",
         "if each url is that of a work of its own, keep both, and say in each title or note which; otherwise, keep one, with the right value of url"),
    ],
)  # fmt: skip
def test_two_entries_for_one_work_say_which_fields_differ(
    tmp_path: Path, one: str, other: str, fix: str
) -> None:
    work = "@article{%s, title = {Rain}, author = {%s}, year = 2020, volume = 3, pages = {107--119}, %s}\n"
    text = work % ("a", r"Mary Ro{\v s}", one) + work % ("b", "Roš, Mary", other)
    found = [each for each in problems(tmp_path, text) if each.kind.code == "work-duplicate"]
    assert [problem.fix for problem in found] == [fix]


def test_a_placeholder_is_not_kept_when_two_entries_become_one(tmp_path: Path) -> None:
    work = "@article{k, title = {Rain}, year = 2020%s}\n"
    text = work % "" + work % r", author = {\&Na;}"
    (problem,) = (each for each in problems(tmp_path, text) if each.kind.code == "key-duplicate")
    assert problem.fix.startswith(
        "if they are the same publication, keep one, without the placeholder in author; otherwise, "
    )


def test_the_key_of_a_template_is_named_as_such(tmp_path: Path) -> None:
    text = "@misc{cite-key, title = {Rain}}\n@misc{cite-key, title = {Snow}}\n"
    problem = problems(tmp_path, text)[0]
    assert problem.message == "another entry has this default key of a program (line 1)"


def test_an_address_and_nothing_that_contradicts_it_show_that_two_entries_are_for_one_work(
    tmp_path: Path,
) -> None:
    page = "@misc{%s, title = {Rain}, author = {Roe, Mary}, year = 2020, %s}\n"
    one = page % ("a", "url = {https://example.org/rain}, urldate = {2020-01-01}")
    for other, message in {
        "urldate = {2021-01-01}": "seems to be the same work as 'a' (line 1)",
        "howpublished = {Web}": "seems to be the same work as 'a' (line 1)",
    }.items():
        (problem,) = problems(tmp_path, one + page % ("b", f"url = {{https://example.org/rain}}, {other}"))
        assert problem.message == message
    (problem,) = problems(tmp_path, one + page % ("b", "url = {https://example.org/snow}"))
    assert problem.message == "has the title, year and first author of 'a' (line 1)"


def test_fields_are_not_missing_from_an_entry_that_others_inherit_from(tmp_path: Path) -> None:
    papers = "".join(
        f"@inproceedings{{k{n}, title = {{T{n}}}, author = {{Roe, Mary}}, year = 2020, crossref = {{p}}}}\n"
        for n in range(2)
    )
    assert problems(tmp_path, papers + "@proceedings{p, title = {Rain Days}, booktitle = {Rain Days}}") == []


def test_a_change_of_type_names_only_fields_that_the_new_type_does_not_print(tmp_path: Path) -> None:
    chapter = "@incollection{k, title = {T}, author = {Roe, Mary}, %s}"
    book = "; with @book, move pages to note"
    assert only_advice(tmp_path, chapter % "year = 2020, pages = {3--5}")[1].endswith(book)
    assert "move" not in only_advice(tmp_path, chapter % "date = {2020}, pages = {3--5}")[1]
