"""Every problem about a field is reported at the line of that field, and says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import Bibliography, problems_of
from sphinx_vitae.model import Problem, ProblemKind, Profile, Settings

HEAD = (
    "@string{x = {y \\lost}}\n\n@article{k,\n  title = {T},\n  author = {Huang, Guyue},\n  journal = {J},\n"
)
TAIL = "\n  year = 2020,\n}\n"
FIELD_LINE = 7


def problems(folder: Path, text: str, settings: Settings | None = None) -> tuple[Problem, ...]:
    path = folder / "refs.bib"
    path.write_text(text, "utf-8", newline="")
    return problems_of({"refs.bib": path}, settings or Settings())


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            "pdf = {paper.pdf},",
            "pdf refers to the file 'paper.pdf', which is not in the folder of the bibliography; "
            "copy it next to the bibliography, or add its folder to vitae_files",
        ),
        ("slides = {my%20talk.pdf},", "slides refers to the file 'my talk.pdf', which is not in"),
        (
            "html = {page.html},",
            "html refers to 'page.html', which is not a type of file that is published; "
            "write the URL where readers can find it",
        ),
        ("pdf = {../paper.pdf},", "pdf refers to '../paper.pdf', which leads out of the folders with files"),
        ("pdf = {%2e%2e/paper.pdf},", "pdf refers to '../paper.pdf', which leads out of the folders with files"),
        (
            "pdf = {/home/me/papers/Doe – Roe [1].pdf},",
            "pdf refers to '/home/me/papers/Doe – Roe [1].pdf', which is a path on one computer; "
            "copy the file next to the bibliography, and write its name, or write its URL",
        ),
        ("pdf = {/home/me/papers/one},", "pdf refers to '/home/me/papers/one', which is a path on one computer"),
        ("url = {c:\\\\PDFs\\\\a.pdf},", "url refers to 'c:\\PDFs\\a.pdf', which is a path on one computer"),
        ("pdf = {~/" + 30 * "paper/" + "a.pdf},", "pdf refers to '~/" + 9 * "paper/" + "pap…', which is a path"),
        (
            "eprint = {/oup/backfile/a_b/2/x.pdf},",
            "eprint is '/oup/backfile/a_b/2/x.pdf', which is a path, not an identifier; remove it, or",
        ),
        (
            "arxiv = {papers/own.pdf},",
            "arxiv is 'papers/own.pdf', which is a path, not an identifier; "
            "if this is a file of yours, rename arxiv to pdf; otherwise, write the identifier, or remove it",
        ),
        (
            "url = {https://a.org/1, https://b.org/2},",
            "url contains 2 URLs, of which only the first is linked; move “https://b.org/2” to a field of its own, such as",
        ),
        (
            "code = {https://a.org/1 and https://b.org/2;https://c.org},",
            "code contains 3 URLs, of which only the first is linked; move those that readers need to fields of their own",
        ),
        ("url = {2404.10732v2},", "url is '2404.10732v2', which is neither a URL nor a file name; write https://arxiv.org/abs/2404.10732v2"),
        ("url = {+ https://x.org/a},", "url is '+ https://x.org/a', which is neither a URL nor a file name; write https://x.org/a"),
        ("url = {ttps://x.org/a},", "url: “ttps://x.org/a” begins with ttps:, which is not allowed in a link; write https: instead of ttps:"),
        ("url = {app://x},", "url: “app://x” begins with app:, which is not allowed in a link; write a URL that begins with https://, or remove"),
        ("doi = {doi/10.1000/182},", "doi is “doi/10.1000/182”, which is not a DOI; write doi = {10.1000/182}"),
        ("doi = {10/aabbe},", "doi is the short DOI 10/aabbe; write the full DOI that https://doi.org/10/aabbe leads to"),
        ("preview = {p.doc},", "preview refers to 'p.doc', which is not a picture; a picture ends in .png"),
        ("preview = {https://x.org/p.png},", "preview is a URL, 'https://x.org/p.png'; pictures on"),
        ("url = {10.1000/182},", "url is the DOI '10.1000/182', not an address; move it: doi = {10.1000/182}"),
        (
            "code = {soon},",
            "code is 'soon', which is neither a URL nor a file name; "
            "if you want a link, write its URL, which begins with https://",
        ),
        (
            "code = {see web page},",
            "code is 'see web page', which is neither a URL nor a file name; "
            "write a URL that begins with https://, or move the value to another field, such as note",
        ),
        (
            "pdf = {papers/rain-1999},",
            "pdf is 'papers/rain-1999', which is neither a URL nor a file name with an extension; "
            "if it is a file, write papers/rain-1999.pdf; otherwise, write a URL that begins with https://, or remove",
        ),
        (
            "code = {group/rain},",
            "code is 'group/rain', which is neither a URL nor a file name with an extension; if it is a file, add its extension;",
        ),
        ("url = {javascript:x},", "url: “javascript:x” begins with javascript:, which is not allowed"),
        (
            "doi = {1802/2099},",
            "doi is “1802/2099”, which is not a DOI; write a DOI, such as 10.1000/182, or remove the field, "
            "or move it if it is a handle: url = {https://hdl.handle.net/1802/2099}",
        ),
        ("doi = {92--101},", "doi is “92--101”, which is a range of pages; move it: pages = {92--101}"),
        ("doi = {abc},", "doi is “abc”, which is not a DOI; write a DOI, such as 10.1000/182"),
        ("doi = {10.1/x},", "doi is “10.1/x”, which is not a DOI; write a DOI, such as 10.1000/182"),
        ("doi = {DOI 10.1/x},", "doi is “DOI 10.1/x”, which is not a DOI; write a DOI"),
        ("@url = {https://x.org},", "“@url = {https://x.org},” is not a field; remove the @ before url, or the field"),
        (
            "editor = {Wenqing GU},",
            "editor: “Wenqing GU” was interpreted as a family name with initials; "
            "write Wenqing, GU, or GU, Wenqing if GU is the family name",
        ),
        ("note = x,", "note (from @string x): unknown LaTeX command \\lost; the command itself is printed"),
        ("doi = {https://x.org/a},", "doi is “https://x.org/a”, which is not a DOI; move it to url"),
        (
            "url = {https://x.org/a}, doi = {https://x.org/a},",
            "doi is “https://x.org/a”, which is not a DOI; remove it, because url has the same value",
        ),
        ("project = {rain},", "project: neither shown nor exported"),
        ("supp = {0},", "supp: neither shown nor exported"),
        ("link = {/papers/rain.pdf},", "link is '/papers/rain.pdf', which is a URL without its host"),
        ("selected = {maybe},", "selected is “maybe”, which is neither true nor false"),
        ("pubstate = {lost},", "pubstate is “lost”, which is not a publication state"),
        ("date = {31.2.2020},", "date is “31.2.2020”, which cannot be read as a date; write YYYY-MM-DD"),
        (
            "date = {2018/05/29/online},",
            "date is “2018/05/29/online”, which cannot be read as a date; write 2018-05-29",
        ),
        ("month = {later},", "month is “later”, which cannot be read as a date; write jan, feb"),
        ("editor = {Vicky; Coon},", "editor: “Vicky; Coon” was interpreted as two names; write “and” between two names"),
        ("note = {A\x97B},", "note contains characters in the wrong encoding, which were decoded: “A—B”; sphinx-vitae check --fix makes"),
        ("editor = {Doe, Jane and and Roe, R.},", "editor: “Doe, Jane” is followed by an extra “and”; remove it"),
        ("note = {\\nope{x}},", "note: unknown LaTeX command \\nope; its argument is printed"),
        ("note = {\\texit{x}},", "note: unknown LaTeX command \\texit; its argument is printed; did you mean \\textit?"),
        (
            "note = {over $9 billion in all},",
            "note: dollar sign without a backslash in “over $9 billion i…”; write \\$ for a dollar sign",
        ),
        ("note = {a $ b},", "note: unmatched dollar sign in “a $ b”; write \\$ for a dollar sign, or add the one that is missing"),
        (
            "note = {\\nope{https://x.org/a}{A {R}ain}},",
            "note: unknown LaTeX command \\nope; its arguments are printed; "
            "write only {A {R}ain}, and move the URL to url unless it is there",
        ),
        (
            "note = {\\nope{red}{Rain}},",
            "note: unknown LaTeX command \\nope; its arguments are printed; "
            "remove \\nope and the argument that is not to be printed",
        ),
        ("note = {\\HonorableMention{https://x.org/a}},", "note: unknown LaTeX command \\HonorableMention; its argument is printed; write \\href{https://x.org/a}{Honorable Mention}"),
        ("note = {\\web{https://x.org/a}},", "note: unknown LaTeX command \\web; its argument is printed; write \\url{https://x.org/a}"),
        ("note = {$3\\textrm\\{kPa\\}$},", "note: the formula $3\\textrm\\{kPa\\}$ is printed as source code: the text of \\textrm has no braces; write \\textrm{kPa} instead of"),
        ("note = {\\arxiv{2101.00001}},", "note: unknown LaTeX command \\arxiv; its argument is printed; write eprint = {2101.00001} and eprinttype = {arxiv}"),
        ("edition = {2\\nd ed},", "edition: unknown LaTeX command \\nd; the command itself is printed; write 2nd"),
        ("note = {By \\Geantfour, now},", "note: unknown LaTeX command \\Geantfour; the command itself is printed; write the text that \\Geantfour stands for"),
        ("note = {$\\lambdaa$},", "note: the formula $\\lambdaa$ is printed as source code: unknown command \\lambdaa; did you mean \\lambda?"),
        ("note = {$\\carriage$},", "note: the formula $\\carriage$ is printed as source code: unknown command \\carriage; replace \\carriage with known commands, or with what it stands for"),
        ("note = {$x_$},", "note: the formula $x_$ is printed as source code: nothing follows _; correct it, or write \\$ if"),
        ("note = {One {\\{} two three}},", "note: unmatched closing brace in “One {\\{} two three}”; remove it, and remove \\{ or write \\textbraceleft instead of it"),
        ("note = {\\url{doi/10.1000/182}},", "note: “doi/10.1000/182” cannot be linked; write \\doi{10.1000/182}"),
        ("note = {See \\cite{kk}.},", "note cites 'kk', which is not in the files checked; correct the key"),
        (
            "related = {gone},",
            "related refers to 'gone', which is not in the files checked; "
            "correct the key, or add the file that contains it",
        ),
        ("crossref = {gone},", "crossref refers to 'gone', which is not in the files checked; correct the key"),
        ("editor = {undefined, and Doe, Jane},", "editor: “undefined” is not a name; remove it"),
        ("editor = {{Doe, J. et al.}},", "editor: the braces around “Doe, J. et al.” turn it into a single word; write Doe, J. and others"),
        ("editor = {Jane Doe, Rae Roe und Max Poe},", "editor: “Jane Doe, Rae Roe und Max Poe” is several names without “and”; write Jane Doe and Rae Roe and Max Poe"),
        ("editor = {Doe, J., R. Roe, M. A. Poe},", "editor: “Doe, J., R. Roe, M. A. Poe” is several names without “and”; write Doe, J. and R. Roe and M. A. Poe"),
        ("editor = {J.Doe, R.Roe, M.Poe},", "editor: “J.Doe, R.Roe, M.Poe” is several names without “and”; write J. Doe and R. Roe and M. Poe"),
        ("editor = {J. Doe, R. Roe, and M. Poe},", "editor: “J. Doe, R. Roe,” is several names without “and”; write J. Doe and R. Roe"),
        ("editor = {Doe, J.and Roe, R.},", "editor: “Doe, J.and Roe, R.” has too many commas for a name; write Doe, J. and Roe, R."),
        ("editor = {Doe, Jane B. ,Roe, R.},", "editor: “Doe, Jane B. ,Roe, R.” has too many commas for a name; write Doe, Jane B. and Roe, R."),
        ("editor = {Bull S.A.S.},", "editor: “Bull S.A.S.” was interpreted as a family name with initials; write {Bull S.A.S.} if it is an organization, or Bull, S.A.S."),
        ("editor = {Doe, Jane, B},", "editor: “Doe, Jane, B” has two commas, so BibTeX reads “Jane” as a suffix, such as Jr.; write Doe, Jane B."),
        ("month = {" + 300 * "rain " + "},", "month is “" + 11 * "rain " + "rain…”, which is too long for a date; write only the month, and move the rest to another"),
        ("editor = {Poe, J and Roe and , Max},", "editor: there is an extra “and” between “Roe” and the comma after it; remove that “and”"),
        ("editor = {Poe, J and R. Roe and , M},", "editor: extra comma in “, M”; write the family name before the comma, or remove the comma if “M” is the whole name"),
        ("editor = {Doe, J Roe, R},", "editor: “Doe, J Roe, R” has too many commas for a name; write Doe, J and Roe, R"),
        ("editor = {Doe, J. Roe, R.},", "editor: “Doe, J. Roe, R.” has too many commas for a name; write Doe, J. and Roe, R."),
        ("editor = {Doe, Jane andRoe, Rae},", "editor: “Doe, Jane andRoe, Rae” has too many commas for a name; write Doe, Jane and Roe, Rae"),
        ("editor = {Poe. M. and Doe, Jane},", "editor: “Poe. M.” was interpreted as a family name with initials; write Poe, M."),
        ("editor = {Roe R., and Doe, Jane},", "editor: extra comma in “Roe R.,”; write Roe, R."),
        ("note = {\\emphWords here},", "note: unknown LaTeX command \\emphWords; the command itself is printed; write \\emph{Words}"),
        ("note = {\\copywrite 2020},", "note: unknown LaTeX command \\copywrite; the command itself is printed; write \\copyright instead"),
        ("note = {a \\dot{b}},", "note: unknown LaTeX command \\dot; its argument is printed; write it in a formula: $\\dot{…}$"),
        ("note = {o\\x{017f}ten},", "note: unknown LaTeX command \\x; its argument is printed; write ſ"),
        ("note = {\\textbackslashtextasciitilde 5},", "note: unknown LaTeX command \\textbackslashtextasciitilde; the command itself is printed; write \\textasciitilde"),
        ("note = {$a \\minus b$},", "note: the formula $a \\minus b$ is printed as source code: unknown command \\minus; write -"),
        ("url = {ISBN: 978-3-16-148410-0},", "url is 'ISBN: 978-3-16-148410-0', which is an ISBN; move it: isbn = {978-3-16-148410-0}"),
        ("url = {/paper/A-Title/23a53ff},", "url is '/paper/A-Title/23a53ff', which is a URL without its host; write the whole URL"),
        ("doi = {10. 1000/18. 2},", "doi is “10. 1000/18. 2”, which is not a DOI; write doi = {10.1000/18.2}"),
        ("annote = {See \\cite{kk}.},", "annote cites 'kk', which is not in the files checked"),
        ("note = {\\verb|https://x.org/a_b|},", "note: unknown LaTeX command \\verb; the command itself is printed; write \\url{https://x.org/a_b}"),
        ("month = {e14248},", "month is “e14248”, which is the number of an article; move it: eid = {e14248}"),
        ("month = {https://x.org/a},", "month is “https://x.org/a”, which is a URL; move it: url = {https://x.org/a}"),
        ("month = {DOI:10.1000/182},", "month is “DOI:10.1000/182”, which is a DOI; move it: doi = {10.1000/182}"),
        ("month = {2020},", "month is “2020”, which is a year; remove it, because year is given"),
        ("doi = {978-3-16-148410-0},", "doi is “978-3-16-148410-0”, which is an ISBN; move it: isbn = {978-3-16-148410-0}"),
        ("doi = {0378-5955},", "doi is “0378-5955”, which is an ISSN; move it: issn = {0378-5955}"),
        ("doi = {10.1000\\%2F182},", "doi is “10.1000\\%2F182”, which is not a DOI; write doi = {10.1000/182}"),
        ("month = {Town, Country},", "month is “Town, Country”, which cannot be read as a date; move it to another field"),
        ("note = {FernÃ¡n},", "note contains characters in the wrong encoding, which were decoded: “Fernán”"),
        ("note = {\\textbackslashtextasciitildecm},", "note: unknown LaTeX command \\textbackslashtextasciitildecm; the command itself is printed; write \\textasciitilde{}cm"),
        ("note = {\\textbackslashbarE{}},", "note: unknown LaTeX command \\textbackslashbarE; the command itself is printed; write it in a formula: $\\bar{E}$"),
        ("note = {\\textbackslashhat M},", "note: unknown LaTeX command \\textbackslashhat; the command itself is printed; write it in a formula: $\\hat{…}$"),
        ("note = {\\textasciitildekpc},", "note: unknown LaTeX command \\textasciitildekpc; the command itself is printed; write \\textasciitilde{}kpc"),
        ("note = {\\textbackslashhbox},", "note: unknown LaTeX command \\textbackslashhbox; the command itself is printed; write \\hbox"),
        ("note = {a\\ndash b},", "note: unknown LaTeX command \\ndash; the command itself is printed; write \\textendash instead"),
        ("doi = {0.1000/182},", "doi is “0.1000/182”, which is not a DOI; write doi = {10.1000/182}"),
        ("author+an = {2=equal},", "author+an annotates name 2, but there is one name"),
        ("journal = {J},", "journal is given twice, with the same value (lines 6 and 7); remove one of them"),
        ("doi = {10.1000/182}, doi = {https://doi.org/10.1000/182},", "doi is given twice, with the same value in different forms (line 7); remove one of them"),
        ("pages = {1--2}, pages = {1-2},", "pages is given twice, with the same value in different forms (line 7); remove one of them"),
        ("month = jan, month = {January},", "month is given twice, with the same value in different forms (line 7); remove one of them"),
        ("month = jan, month = {February},", "month is given twice (line 7); the first one, “jan”, is used; keep the right one"),
        ("journal = {K},", "journal is given twice (lines 6 and 7); the first one, “J”, is used; keep one; if the other is right too, move it to another field, such as note"),
        ("note = {a\x07},", "note contains the control character U+0007 after “a”, which was removed; sphinx-vitae check --fix"),
        ("note = word,", "note is word without braces or quotes"),
        ("timestamp = {today},", "timestamp: neither shown nor exported"),
    ],
)  # fmt: skip
def test_a_problem_with_a_field_is_at_its_line(tmp_path: Path, field: str, message: str) -> None:
    tail = "\n}\n" if "date = " in field else TAIL
    found = problems(tmp_path, HEAD + "  " + field + tail)
    assert [problem.line for problem in found] == [FIELD_LINE], found
    assert str(found[0]).removeprefix("k: ").startswith(message)


def test_a_broken_entry_is_one_problem_and_nothing_is_missing_from_it(tmp_path: Path) -> None:
    text = "@article{k,\n author = {Doe, Jane},\n howpublished = {}in the archives, Town\n}\n"
    (problem,) = problems(tmp_path, text)
    assert (problem.line, problem.kind) == (3, ProblemKind.SYNTAX)
    assert [
        each.kind.code for each in problems(tmp_path, text.replace("{}in", "{in").replace("Town", "Town}"))
    ] == [
        "title-missing",
        "field-missing",
    ]


def test_an_empty_entry_is_one_problem(tmp_path: Path) -> None:
    for entry in ("@article{k,\n}", "@article{k, title = {}, author = {}}"):
        (problem,) = problems(tmp_path, entry)
        assert str(problem) == "k: the entry is empty; fill it in, or remove it"


def test_a_macro_in_a_joined_value_is_not_a_value(tmp_path: Path) -> None:
    text = "@misc{k, title = {T},\n author = DoeJ # { and } # RoeR}\n@misc{l, title = {U}, author = DoeJ}\n"
    assert [str(problem) for problem in problems(tmp_path, text)] == [
        f"k: author uses @string {name}, which is not defined in the files checked; "
        f"add @string{{{name} = {{…}}}}, or check the file that defines it too"
        for name in ("DoeJ", "RoeR")
    ]
    (problem,) = problems(tmp_path, "@misc{k, title = {T},\n author = DoeJ}")
    assert str(problem) == (
        "k: author is DoeJ without braces or quotes, and no @string has that name; "
        "write author = {DoeJ}; or, if it is a macro, add @string{DoeJ = {…}}, or check the file that defines it too"
    )


def test_many_macros_of_another_file_are_one_problem(tmp_path: Path) -> None:
    entry = "@misc{k%d, title = {T%d},\n author = Doe%d # { and } # Roe%d}\n"
    (problem,) = problems(tmp_path, "".join(entry % (n, n, n, n) for n in range(9)))
    assert (problem.key, problem.line) == ("", 2)
    assert str(problem) == (
        "18 @string macros are not defined in the files checked: Doe0, Roe0, Doe1, …; "
        "add their @string definitions, or check the file that contains them too"
    )


def test_files_that_are_checked_together_share_their_macros_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@string{DoeJ = {Doe, Jane}}")
    (tmp_path / "b.bib").write_text("@misc{k, title = {T}, author = DoeJ # { and Roe, R.}}")
    assert problems_of({name: tmp_path / name for name in ("a.bib", "b.bib")}, Settings()) == ()


def test_a_month_that_is_not_a_macro_is_one_problem(tmp_path: Path) -> None:
    for month, message in {
        "foo": "month is “foo”, which",
        "march-april": "month is march-april without",
    }.items():
        (problem,) = problems(tmp_path, f"@misc{{k, title = {{T}}, year = 2020, month = {month}}}")
        assert problem.message.startswith(message)


def test_a_field_given_three_times_is_one_problem_with_all_lines(tmp_path: Path) -> None:
    text = "@misc{k, title = {T},\n note = {A},\n note = {B},\n note = {%s}}"
    (problem,) = problems(tmp_path, text % "C")
    assert (problem.line, str(problem)) == (
        3,
        "k: note is given 3 times (lines 2, 3 and 4); the first one, “A”, is used; merge them, or keep one",
    )
    (problem,) = problems(tmp_path, (text % "A").replace("{B}", "{A}"))
    assert problem.message == "note is given 3 times, with the same value (lines 2, 3 and 4)"


def test_characters_in_the_wrong_encoding_are_found_within_a_value(tmp_path: Path) -> None:
    text = "@misc{k, title = {T},\n note = {One line\n and a {\\^a}\x80\x9cquoted{\\^a}\x80\x9d word}}"
    (problem,) = problems(tmp_path, text)
    assert (problem.line, problem.message) == (
        3,
        "note contains characters in the wrong encoding, which were decoded: “One line and a “quoted” word”",
    )


def test_a_name_and_a_command_are_found_within_a_field_of_several_lines(tmp_path: Path) -> None:
    text = (
        "@misc{k, title = {T},\n author = {Huang, Guyue and\n Doe, Jane, and\n Roe, Rae, and X, Y},\n"
        " note = {One\n two \\nope{x}}}\n"
    )
    found = {problem.line: str(problem) for problem in problems(tmp_path, text)}
    assert found == {
        3: "k: author: extra comma in “Doe, Jane,” (this also applies to 1 more name); write Doe, Jane",
        6: "k: note: unknown LaTeX command \\nope; its argument is printed; "
        "remove \\nope, or write a known command, such as \\emph, instead",
    }


def test_lines_are_right_whatever_ends_them_and_where_several_entries_share_one(tmp_path: Path) -> None:
    entry = "@misc{k1, title={T}} @misc{k,\n title = {T},\n code = {soon}}"
    for end in ("\n", "\r\n", "\r"):
        found = problems(tmp_path, f"\ufeff{end}{entry}".replace("\n", end))
        assert [(problem.key, problem.line) for problem in found] == [("k", 4)]


def test_an_inherited_field_has_the_line_of_the_entry(tmp_path: Path) -> None:
    text = "@xdata{x, code = {soon}}\n\n@misc{k, title = {T},\n xdata = {x}}\n"
    assert [problem.line for problem in problems(tmp_path, text)] == [3]


def test_owner_absent_and_a_doubtful_name_are_at_the_line_of_the_names(tmp_path: Path) -> None:
    mine = "@misc{%s, title = {%s},\n author = {Huang, Guyue}}\n"
    text = "".join(mine % (key, key) for key in "abc") + (
        "@misc{d, title = {D},\n\n author = {Doe, Jane}}\n@misc{e, title = {E},\n author = {Huang, G.}}\n"
        "@misc{f, title = {F}, author = {Huang, Guo}}\n"
    )
    found = problems(tmp_path, text, Settings(owners=(Profile(name="Huang, Guyue"),)))
    assert [(problem.kind.code, problem.key, problem.line) for problem in found] == [
        ("owner-absent", "d", 9),
        ("owner-absent", "f", 12),
        ("name-doubtful", "e", 11),
    ]


def test_a_file_that_goes_away_is_at_the_line_of_its_field_in_a_build_from_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@misc{k,\n title = {T},\n pdf = {paper.pdf}}\n")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    arguments = (
        {"refs.bib": path},
        (),
        Settings(files=("papers", "more")),
        tmp_path / "cache",
        "1",
        tmp_path,
    )
    assert Bibliography(*arguments).problems == ()
    (tmp_path / "paper.pdf").unlink()
    (problem,) = Bibliography(*arguments).problems
    assert problem.line == 3
    assert "is not in papers, more or the folder of the bibliography" in problem.message


def test_files_of_which_none_is_found_are_one_problem(tmp_path: Path) -> None:
    entry = "@misc{k%d,\n title = {T%d},\n pdf = {p%d.pdf}}\n"
    text = "".join(entry % (n, n, n) for n in range(5))
    (problem,) = problems(tmp_path, text)
    assert (problem.key, problem.line) == ("", 3)
    assert str(problem) == (
        "none of the 5 files that entries refer to is in the folder of the bibliography: 'p0.pdf', 'p1.pdf', 'p2.pdf', …; "
        "add their folder to vitae_files, or copy them next to the bibliography"
    )
    (tmp_path / "p3.pdf").write_bytes(b"%PDF-1.4")
    assert [problem.line for problem in problems(tmp_path, text)] == [3, 6, 9, 15]


def test_a_percent_encoded_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "my talk & more.pdf").write_bytes(b"%PDF-1.4")
    assert problems(tmp_path, "@misc{k, title = {T}, pdf = {my%20talk%20\\&%20more.pdf}}") == ()


def test_a_field_that_no_entry_of_a_type_has_is_one_problem(tmp_path: Path) -> None:
    paper = "@inproceedings{%s, title = {%s}, booktitle = {B}, year = 2020%s}\n"
    text = "".join(paper % (key, key, "") for key in "abcd")
    (problem,) = problems(tmp_path, text)
    assert (problem.line, str(problem)) == (
        1,
        "none of the 4 @inproceedings entries has an author; add author = {…} to each",
    )
    text += paper % ("e", "e", ", author = {Doe, Jane}")
    assert [problem.key for problem in problems(tmp_path, text)] == ["a", "b", "c", "d"]
    gaps = text.replace(", year = 2020}", "}").replace(", year = 2020,", ",")
    found = [str(problem) for problem in problems(tmp_path, gaps)]
    assert found == [
        "none of the 5 @inproceedings entries has a year; add year = {…} to each",
        *[
            f"{key}: @inproceedings has no author and no year; add author = {{…}} and year = {{…}}"
            for key in "abcd"
        ],
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("@collection{k, title={T}, year=2020,\n author={A, B}}", (2, "@collection has no editor; rename author to editor, or change the type to @book if the authors wrote it")),
        ("@techreport{k, title={T}, year=2020, author={A, B},\n publisher={Lake University}}", (2, "@techreport has no institution; rename publisher to institution")),
        ("@phdthesis{k, title={T}, year=2020, author={A, B},\n publisher={P}}", (2, "@phdthesis has no school; rename publisher to school if it awarded the degree, or add school = {…}")),
        ("@article{k, title={T}, year=2020, collaboration={ATLAS}, journal={J}}", None),
        ("@article{k, title={T}, year=2020, author={A, B}, eprint={2101.00001}}", None),
        ("@inbook{k, title={T}, year=2020, author={A, B}, chapter={Three}, publisher={P}}", None),
    ],
)  # fmt: skip
def test_a_field_that_is_there_under_another_name_is_not_missing(
    tmp_path: Path, entry: str, message: tuple[int, str] | None
) -> None:
    found = [(problem.line, str(problem).removeprefix("k: ")) for problem in problems(tmp_path, entry)]
    assert found == ([message] if message else [])


def test_one_doi_in_two_entries_with_other_titles_is_the_doi_that_is_wrong(tmp_path: Path) -> None:
    work = "@misc{%s, title = {%s},\n doi = {10.1000/182}}\n"
    one, other = "Thermal transport across the interface", "Insight into heat transfer of oxides"
    (problem,) = problems(tmp_path, work % ("a", one) + work % ("b", other))
    assert (problem.line, str(problem)) == (
        4,
        "b: has the DOI of 'a' (line 1), but another title; if they are the same publication, keep one, with the "
        "right value of title; otherwise, correct the wrong DOI",
    )
    (problem,) = problems(tmp_path, work % ("a", one) + work % ("b", one + ": a study"))
    assert (problem.line, problem.message) == (3, "is the same work as 'a' (line 1)")


def test_the_message_about_a_key_given_twice_knows_whether_the_entry_is_the_same(tmp_path: Path) -> None:
    same = "@misc{k, title = {T}}\n"
    for second, message in {
        same: "the same entry is given twice (line 1); remove one of them",
        "@misc{k, title = {{T}}, year = 2020}": "another entry has this key (line 1); if they are the same publication, keep one, with the fields of both; ",
        "@misc{k, title = {U}}": "another entry has this key (line 1); give it another key; until then, citations refer to the one in line 1",
    }.items():
        (problem,) = problems(tmp_path, same + second)
        assert str(problem).startswith(f"k: {message}")


def test_two_entries_with_one_key_and_similar_titles_may_be_one_work(tmp_path: Path) -> None:
    one, other = "Guided analysis of large volumes", "Guided Analyses of Large Volumetric Data"
    text = f"@misc{{k, title = {{{one}}}}}\n@misc{{k, title = {{{other}}}, year = 2020}}"
    (problem,) = problems(tmp_path, text)
    assert problem.fix == (
        "if they are the same publication, keep one, with the fields of both and the right value of title; "
        "otherwise, give this one another key"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("part = 1, volume = 1", "part = 2, volume = 1"),
        ("volume = 1", "volume = 2"),
        ("edition = 1, publisher = {P}", "edition = 2, publisher = {Q}"),
        ("series = {S}, number = 1", "series = {S}, number = 2"),
    ],
)
def test_other_parts_volumes_and_editions_are_other_works(tmp_path: Path, first: str, second: str) -> None:
    book = "@book{%s, title = {T}, author = {Doe, Jane}, year = 1959, %s}\n"
    assert problems(tmp_path, book % ("a", first) + book % ("b", second)) == ()
    (problem,) = problems(tmp_path, book % ("a", first) + book % ("b", first))
    assert problem.message == "has the same data as 'a' (line 1)"


def test_entries_that_agree_are_the_same_work_and_others_share_what_is_said(tmp_path: Path) -> None:
    one = "@book{%s, title = {T}, editor = {Doe, Jane}, year = 1959, publisher = {P}%s}\n"
    (problem,) = problems(tmp_path, one % ("a", "") + one % ("b", ", keywords = {x}"))
    assert problem.message == "seems to be the same work as 'a' (line 1)"
    (problem,) = problems(tmp_path, (one % ("a", "") + one % ("b", "")).replace(", publisher = {P}", "", 1))
    assert problem.message == "has the title, year and first editor of 'a' (line 1)"
    report = "@techreport{%s, title = {Rain}, institution = {Office}, year = 1959}\n"
    text = report % "a" + report % "b" + report.replace("1959", "1960") % "c"
    found = [problem for problem in problems(tmp_path, text) if problem.kind is ProblemKind.WORK_DUPLICATE]
    assert [(problem.key, problem.message) for problem in found] == [
        ("b", "has the same data as 'a' (line 1)")
    ]


def test_two_untitled_entries_with_one_key_are_not_merged(tmp_path: Path) -> None:
    text = "@misc{k, url = {https://x.org/a}}\n@misc{k, url = {https://x.org/b}}"
    (problem,) = (each for each in problems(tmp_path, text) if each.kind is ProblemKind.KEY_DUPLICATE)
    assert problem.fix == (
        "if they are the same publication, keep one, with the right value of url; otherwise, give this one another key"
    )


def test_the_short_dois_of_a_file_are_one_note(tmp_path: Path) -> None:
    entry = "@misc{k%d, title = {T%d},\n doi = {%s}}\n"
    dois = ("10.1000/182", "10/aabbe", "https://doi.org/10/CCDDF", "doi:10/gghhj")
    (problem,) = problems(tmp_path, "".join(entry % (n, n, doi) for n, doi in enumerate(dois)))
    assert (problem.kind, problem.key, problem.line) == (ProblemKind.DOI_SHORT, "k1", 4)
    assert str(problem) == (
        "k1: doi is the short DOI 10/aabbe, and 2 more entries have one; "
        "write the full DOI that https://doi.org/10/aabbe leads to"
    )


def test_a_year_that_contains_more_says_what_to_write(tmp_path: Path) -> None:
    for year, fix in {
        "1973. -- 170 p.": "write year = {1973}, and pagetotal = {170}",
        "2006. -- 1102 p.": "write year = {2006}, and pagetotal = {1102}",
        "28.02.18": "write date = {2018-02-28} instead, if it is in 2018",
        "soon, perhaps": "write four digits, and move “soon, perhaps” to another field, such as note, or leave it out",
    }.items():
        (problem,) = problems(tmp_path, f"@misc{{k, title = {{T}}, year = {{{year}}}}}")
        assert problem.fix == fix


def test_a_key_is_suggested_where_it_is_missing(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@Misc{,\n title = {Birds and bees}}")
    assert str(problem) == "this @Misc has no key; write @Misc{birds-and-bees, or another key"


def test_a_number_of_citeseerx_is_not_a_doi(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T}, doi = {10.1.1.143.3208}}")
    assert (
        str(problem)
        == "k: doi is “10.1.1.143.3208”, which is a number of CiteSeerX; write note = {CiteSeerX 10.1.1.143.3208} "
        "instead, or remove the field"
    )


def test_a_name_is_found_as_a_whole_in_a_list_of_several_lines(tmp_path: Path) -> None:
    text = "@misc{k, title = {T},\n author = {A. Doe and\n Roe, M. and\n A. and\n Poe, M.}}"
    (problem,) = problems(tmp_path, text)
    assert (problem.line, problem.message) == (4, "author: “A.” is only initials, without a family name")


def test_a_link_within_a_field_is_reported_at_its_own_line(tmp_path: Path) -> None:
    text = "@misc{k, title = {T},\n note = {\\url{https://example.org}\n \\url{rain-lake}}}"
    (problem,) = problems(tmp_path, text)
    assert (problem.line, problem.message) == (3, "note: “rain-lake” cannot be linked")


def test_a_date_in_the_wrong_field_says_which_is_right(tmp_path: Path) -> None:
    for fields, problem in {
        "year = {Accessed on 20~October~2008}": (
            "year is “Accessed on 20~October~2008”",
            "write urldate = {2008-10-20} instead",
        ),
        "year = {https://x.org/a}": (
            "year is “https://x.org/a”, which is a URL",
            "move it: url = {https://x.org/a}",
        ),
        "year = 2020, month = jan, Date = {25}": (
            "Date is “25”",
            "write Date = {2020-01-25} instead of year, month and Date",
        ),
        "year = {2013 (2005)}": ("year is “2013 (2005)”", "write year = {2013} and origdate = {2005}"),
        "year = {November}, month = {2012}": (
            "year is “November”, which is a month",
            "exchange it with month",
        ),
        "year = {18}, month = jan": (
            "year is “18”",
            "write four digits, or remove the field if the year is not known",
        ),
        "year = {12.10.2020, 10:04}": ("year is “12.10.2020, 10:04”", "write date = {2020-10-12} instead"),
        "year = {n.d.}": (
            "year is “n.d.”, which is not a date",
            "write the year, or remove the field if it is not known",
        ),
        "year = 2012, Date = {23-25}": ("Date is “23-25”", "write Date = {2012-MM-23/2012-MM-25}"),
        "month = jun": (
            "month is “jun”, but there is no year",
            "add year = {…}",
        ),
    }.items():
        (found,) = problems(tmp_path, f"@misc{{k, title = {{T}}, {fields}}}")
        assert found.message.startswith(problem[0])
        assert found.fix == problem[1]


def test_a_field_that_is_meant_as_it_is_is_not_a_misspelling(tmp_path: Path) -> None:
    fields = "core = {A}, _abstract = {A}, ourl = {U}, odoi = {D}, issne = {1}, zzz = {1}, zzz = {2}"
    assert problems(tmp_path, f"@misc{{k, title = {{T}}, {fields}}}") == ()
    (problem,) = problems(tmp_path, "@ugdthesis{k, title = {T}}")
    assert problem.fix == "write @thesis, and add type = {…} with the kind of thesis"


def test_options_of_a_style_and_a_key_with_an_equals_sign_are_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, "@abnt-options{x, abnt-etal = emph}\n@ABNT-options{, y = z}\n") == ()
    assert (
        problems(
            tmp_path, "@misc{A=B,\n title = {T}}\n@manual{m, title = {T}, organization = {O}, year = 2000}"
        )
        == ()
    )
    for text in (
        "@misc{k, title = {$\\mkern1mu a{\\sb 2}$}}",
        "@misc{k, title = {{\\hyphenation{DIANA}DIANA}}}",
        "@misc{k, title = {T}, year = 2020, month = {Marts}}",
        "@misc{k, title = {A {\\ifmmode---\\else\\textemdash\\fi} b}}",
    ):
        assert problems(tmp_path, text) == ()


def test_umlauts_of_dos_are_not_quotes(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T},\n note = {K\x84ding and \x9aber}}")
    assert problem.message == (
        "note contains characters in the wrong encoding, which were decoded: “Käding and Über”"
    )


def test_a_title_in_another_field_is_found(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, booktitle = {T}}")
    assert problem.fix == "rename booktitle to title"
    (problem,) = problems(tmp_path, "@conference{k, booktitle = {Rain Days}, year = 2020}")
    assert problem.fix == (
        "write title = {…}, or, if the entry is the whole volume, change the type to @proceedings, "
        "and rename booktitle to title"
    )


@pytest.mark.parametrize(
    "fields", ["booktitle = {Proceedings of The}", "booktitle = {Rain Days}, pages = {1}"]
)
def test_a_part_of_a_volume_without_a_title_is_not_called_the_volume(tmp_path: Path, fields: str) -> None:
    (problem, _) = problems(tmp_path, f"@inproceedings{{k, {fields}, year = 2020}}")
    assert problem.fix == "write title = {…}"


def test_a_field_after_a_letter_is_not_a_misspelling(tmp_path: Path) -> None:
    assert problems(tmp_path, "@misc{k, title = {T}, bpages = {240}, rpages = {16}, tjournal = {J}}") == ()


def test_two_fields_are_not_misspellings_of_the_same_field(tmp_path: Path) -> None:
    article = "@article{k, title = {T}, author = {Doe, Jane}, year = 2020, %s}"
    (problem,) = problems(tmp_path, article % "jurnal = {J}")
    assert problem.fix == "did you mean journal?"
    (problem,) = problems(tmp_path, article % "jurnal = {J}, jornal = {K}")
    assert problem.message == "@article has no journal"
    (problem,) = problems(tmp_path, "@misc{k, tilte = {T}, titel = {U}}")
    assert problem.kind is ProblemKind.TITLE_MISSING


@pytest.mark.parametrize(
    ("name", "read", "fix"),
    [
        ("Doe, M., J", "M.", "write Doe, M. J., or Doe, J. M., in the order of the given names"),
        (
            "Doe, J. A., Jane",
            "J. A.",
            "write Doe, Jane J. A. if Jane is a given name, or “and” between two names",
        ),
    ],
)
def test_given_names_with_a_comma_between_them_are_read_as_a_suffix(
    tmp_path: Path, name: str, read: str, fix: str
) -> None:
    (problem,) = problems(tmp_path, f"@misc{{k, title = {{T}}, author = {{{name}}}}}")
    assert problem.message == (
        f"author: “{name}” has two commas, so BibTeX reads “{read}” as a suffix, such as Jr."
    )
    assert problem.fix == fix


def test_initials_without_a_vowel_are_not_offered_as_a_family_name(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T}, author = {Doe-Roe MF}}")
    assert problem.fix == "write Doe-Roe, MF"


def test_a_venue_in_another_field_is_found(tmp_path: Path) -> None:
    paper = "@inproceedings{k%d, title = {T%d}, author = {Doe, Jane}, year = 2020, %s}\n"
    journal = "rename journal to booktitle, or change the type to @article if it is in a journal"
    for fields, fix in {
        "journal = {Rain Conference}": journal,
        "journal = {Rain Days}": (
            "change the type to @article if it is in a journal, or rename journal to booktitle if it is the title of "
            "proceedings"
        ),
        "publisher = {Rain Conference}": "rename publisher to booktitle",
        "publisher = {Rain Press}": (
            "add booktitle = {…}; if it is not in proceedings, change the type to @article (add journal), "
            "@incollection (add booktitle), @book, @techreport (add institution), or @misc (rename publisher to "
            "howpublished) for a talk or anything else"
        ),
    }.items():
        (problem,) = problems(tmp_path, paper % (1, 1, fields))
        assert problem.fix == fix
    all_of = "".join(paper % (n, n, "journal = {Rain Conference}") for n in range(4))
    (problem,) = problems(tmp_path, all_of)
    assert problem.fix == f"in each of them, {journal}"
    (problem,) = problems(tmp_path, all_of + paper % (5, 5, "note = {N}"))
    assert problem.fix == f"in 4 of them, {journal}; add booktitle = {{…}} to the others"


def test_a_file_of_other_code_says_what_it_contains(tmp_path: Path) -> None:
    for text, code in {
        "% words\n\\ProvidesFile{x.bib}\n": "TeX code",
        "<!DOCTYPE html>\n<html></html>\n": "HTML code",
    }.items():
        (problem,) = problems(tmp_path, text)
        assert problem.message == f"the file contains {code} instead of entries"


def test_a_command_for_a_cyrillic_letter_says_which_letter(tmp_path: Path) -> None:
    found = problems(tmp_path, "@misc{k, title = {{\\cyrchar\\CYRZH}{\\cyra}}}")
    assert [problem.fix for problem in found] == [
        "remove it, and write the Cyrillic letter instead of the command after it",
        "write \N{CYRILLIC CAPITAL LETTER ZHE}",
        "write \N{CYRILLIC SMALL LETTER A}",
    ]


def test_years_that_end_before_they_begin_are_exchanged(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k, title = {T}, year = {1996 - 1977}}")
    assert str(problem) == (
        "k: year is “1996 - 1977”, which ends before it begins; write date = {1977/1996} instead"
    )


def test_the_same_entry_under_a_key_in_another_case_can_be_removed(tmp_path: Path) -> None:
    found = problems(tmp_path, "@misc{k, title = {T}}\n@misc{K, title = {T}}\n@misc{k2, title = {T}}")
    (problem,) = (each for each in found if each.kind is ProblemKind.KEY_DUPLICATE)
    assert problem.fix == "remove one of them, because the two entries are the same"


def test_what_a_parent_would_provide_is_not_missing_if_the_parent_is_unknown(tmp_path: Path) -> None:
    text = "@inproceedings{k, title = {T}, author = {Doe, Jane}, crossref = {gone}}"
    (problem,) = problems(tmp_path, text)
    assert problem.kind is ProblemKind.CROSSREF_UNKNOWN


def test_the_key_before_which_a_comma_is_missing_is_at_its_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "\n@misc{k\n title = {T}}")
    assert (problem.line, problem.message) == (2, "no comma after the key")


def test_fields_behind_the_end_of_an_entry_may_belong_to_another_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@misc{k,\n title = {T}\n},\n journal = {J},\n year = {2001}\n}")
    assert (problem.line, str(problem)) == (
        3,
        "k: unmatched } before journal; "
        "remove it if journal belongs to this entry; "
        "otherwise, write the @type{key, of the entry that journal belongs to before journal",
    )


def test_a_broken_brace_is_reported_at_its_line(tmp_path: Path) -> None:
    text = "@misc{k, title = {T},\n abstract = {One\n two {\\{} three\n four}}}"
    (problem,) = problems(tmp_path, text)
    assert (problem.line, problem.message.partition("“")[0]) == (4, "abstract: unmatched closing brace in ")


def test_an_entry_without_a_key_is_not_named_by_a_key_that_nobody_wrote(tmp_path: Path) -> None:
    book = "@book{%s, title = {T}, author = {Doe, Jane}, year = 1959}\n"
    found = [problem.message for problem in problems(tmp_path, book % "" + book % "b")]
    assert found == [
        "this @book has no key",
        "has the same data as the entry without a key (line 1)",
    ]


def test_several_missing_fields_are_one_phrase(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "@book{k, title = {T}}")
    assert str(problem) == (
        "k: @book has no author or editor, and no year; add year = {…} and author = {…} or editor = {…}, "
        "or no author if the work is anonymous"
    )
    (problem,) = problems(tmp_path, "@article{k, title = {T}, volume = 1, number = 2}")
    assert str(problem) == (
        "k: @article has no author, no journal and no year; add journal = {…}, year = {…} and author = {…}, or no author if the work is anonymous"
    )


@pytest.mark.parametrize(
    ("field", "message", "fix"),
    [
        (
            "doi = {arXiv:2301.00001v1}",
            "doi is “arXiv:2301.00001v1”, which is an arXiv number",
            "write eprint = {2301.00001v1} and eprinttype = {arxiv} instead",
        ),
        (
            "doi = {/2301.00001}",
            "doi is “/2301.00001”, which is an arXiv number",
            "write eprint = {2301.00001} and eprinttype = {arxiv} instead",
        ),
        (
            "doi = {arXiv:2301.00001}, eprint = {2301.00001}",
            "doi is “arXiv:2301.00001”, which is an arXiv number",
            "remove it, because eprint is given",
        ),
        (
            "doi = {Accepted for publication}",
            "doi is “Accepted for publication”, which is not a DOI",
            "if it has been published, write its DOI; otherwise, write pubstate = {forthcoming} instead",
        ),
        (
            "arxivid = {file:///a/b.pdf}",
            "arxivid: “file:///a/b.pdf” is not an arXiv number",
            "write the number, such as 2301.00001, or remove the field",
        ),
        (
            "url = {\\url{https://x.org/a}, accessed on 11 March 2012}",
            r"url is '\url{https://x.org/a}, accessed on 11 March 2012', which is neither a URL nor a file name",
            "write https://x.org/a, and urldate = {2012-03-11}",
        ),
        (
            "url = {see https://x.org/a, accessed 11/03/2012}",
            "url is 'see https://x.org/a, accessed 11/03/2012', which is neither a URL nor a file name",
            "write https://x.org/a, and urldate = {YYYY-MM-DD}",
        ),
        (
            "year = 2020, month = {None}",
            "month is “None”, which is not a date",
            "write the month, or remove the field if it is not known",
        ),
        (
            "year = 2012.",
            "year is 2012. without braces or quotes, and no @string has that name",
            "write year = {2012}",
        ),
        (
            "note = {15 â\x88Œ 16}",
            "note contains characters in the wrong encoding: “15 âˆŒ 16”",
            "write the characters that are meant",
        ),
        (
            "note = {15 âˆŒ 16}",
            "note contains characters in the wrong encoding: “15 âˆŒ 16”",
            "write the characters that are meant",
        ),
    ],
)
def test_a_value_in_the_wrong_field_or_form_says_what_to_write(
    tmp_path: Path, field: str, message: str, fix: str
) -> None:
    (problem,) = problems(tmp_path, f"@misc{{k, title = {{T}}, {field}}}")
    assert (problem.message, problem.fix) == (message, fix)


@pytest.mark.parametrize(("keys", "line"), [(100, 102), (4_000, 3)])
def test_a_field_that_is_too_long_to_search_is_reported_at_its_first_line(keys: int, line: int) -> None:
    """A search of the field for each of its problems would take the square of its length."""
    absent = ",\n".join(f"absent{n:04}" for n in range(keys))
    _, found = read([("a.bib", f"@misc{{k, title={{T}},\n  year=2020,\n  xdata={{{absent}}}}}".encode())])
    assert [problem.line for problem in found if f"absent{keys - 1:04}" in str(problem)] == [line]
