"""House styles against the examples that their manuals publish.

Each case is the bibliographic data of a published example, and what the manual prints, with its italics
between asterisks. Where a manual's own pages differ in typography alone (straight quotes, hyphens in page
ranges), the typographic form stands here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import People
from sphinx_vitae.catalogue.marks import Marks
from sphinx_vitae.model import Inline, Profile, Record, Text
from sphinx_vitae.render import Words
from sphinx_vitae.render.names.name_marks import Signs
from sphinx_vitae.render.styles.known_styles import HOUSE_STYLES
from sphinx_vitae.render.styles.registry import composer
from sphinx_vitae.render.styles.work_fields import WorkFields

WORDS = Words()


def record(source: str) -> Record:
    records, problems = read([("references.bib", source.encode())])
    assert not problems, problems
    return records[0]


def composed(style: str, source: str, owner: str = "", people: tuple[Profile, ...] = ()) -> Text:
    owners = People([Profile(name=owner)] if owner else [])
    return composer(style)(
        WorkFields(record(source), WORDS, owners, People(people), Signs(Marks((), frozenset()), WORDS))
    )


def shown(parts: tuple[Inline, ...]) -> Iterator[str]:
    signs = {"emph": ("*", "*"), "me": ("<", ">"), "mark": ("^", "")}
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            before, after = signs.get(part.kind, ("", ""))
            yield before
            yield from shown(part.parts)
            yield after


def printed(style: str, source: str, owner: str = "") -> str:
    """The reference, with ordinary spaces; one test below is about the others."""
    return "".join(shown(composed(style, source, owner).parts)).replace("\u00a0", " ")


# IEEE ---------------------------------------------------------------------------------------------------
# IEEE Reference Guide, V 04.10.2020, and IEEE Reference Style Guide for Authors (2023 and later), by section.

IEEE = {
    "Periodicals: basic format": (
        """@article{k, author = {Chiampi, M. M. and Zilberti, L. L.},
        title = {Induction of Electric Field in Human Bodies Moving near {MRI}: An Efficient {BEM} Computational Procedure},
        journal = {IEEE Trans. Biomed. Eng.}, volume = 58, number = 10, pages = {2787--2793}, year = 2011, month = oct,
        doi = {10.1109/TBME.2011.2158315}}""",
        "M. M. Chiampi and L. L. Zilberti, “Induction of electric field in human bodies moving near MRI: An efficient BEM "
        "computational procedure,” *IEEE Trans. Biomed. Eng.*, vol. 58, no. 10, pp. 2787–2793, Oct. 2011, "
        "doi: 10.1109/TBME.2011.2158315.",
    ),
    "Periodicals: article number": (
        """@article{k, author = {Zhang, J. and Tansu, N.},
        title = {Optical gain and laser characteristics of {InGaN} quantum wells on ternary {InGaN} substrates},
        journal = {IEEE Photon. J.}, volume = 5, number = 2, eid = {2600111}, date = {2013-04}}""",
        "J. Zhang and N. Tansu, “Optical gain and laser characteristics of InGaN quantum wells on ternary InGaN substrates,” "
        "*IEEE Photon. J.*, vol. 5, no. 2, Apr. 2013, Art. no. 2600111.",
    ),
    "Periodicals: more than six authors, and a title that asks": (
        """@article{k, author = {Ito, M. and Kon, M. and Miyazaki, C. and Ikeda, N. and Ishizaki, M. and Matsubara, R. and Ugajin, Y.},
        title = {Can the application of amorphous oxide {TFT} be an electrophoretic display?},
        journal = {J. Non-Cryst. Solids}, volume = 354, number = 19, pages = {2777-2782}, date = {2008-02}}""",
        "M. Ito et al., “Can the application of amorphous oxide TFT be an electrophoretic display?,” *J. Non-Cryst. Solids*, "
        "vol. 354, no. 19, pp. 2777–2782, Feb. 2008.",
    ),
    "Periodicals: to be published": (
        """@article{k, author = {Miller, E. H.}, title = {A note on reflector arrays},
        journal = {IEEE Trans. Antennas Propag.}, pubstate = {forthcoming}}""",
        "E. H. Miller, “A note on reflector arrays,” *IEEE Trans. Antennas Propag.*, to be published.",
    ),
    "Periodicals: submitted for publication": (
        "@article{k, author = {Kim, C. K.}, title = {Effect of gamma rays on plasma}, pubstate = {submitted}}",
        "C. K. Kim, “Effect of gamma rays on plasma,” submitted for publication.",
    ),
    "Conferences: proceedings with location": (
        """@inproceedings{k, author = {Bingulac, S. P.}, title = {On the Compatibility of Adaptive Controllers},
        booktitle = {Proc. 4th Annu. Allerton Conf. Circuit Syst. Theory}, location = {New York, NY, USA}, date = 1994,
        pages = {8--16}}""",
        "S. P. Bingulac, “On the compatibility of adaptive controllers,” in *Proc. 4th Annu. Allerton Conf. Circuit Syst. "
        "Theory*, New York, NY, USA, 1994, pp. 8–16.",
    ),
    "Conferences: proceedings with DOI": (
        """@inproceedings{k, author = {Veruggio, G.}, title = {The {EURON} roboethics roadmap},
        booktitle = {Proc. Humanoids '06: 6th IEEE-RAS Int. Conf. Humanoid Robots}, year = 2006, pages = {612--617},
        doi = {10.1109/ICHR.2006.321337}}""",
        "G. Veruggio, “The EURON roboethics roadmap,” in *Proc. Humanoids '06: 6th IEEE-RAS Int. Conf. Humanoid Robots*, "
        "2006, pp. 612–617, doi: 10.1109/ICHR.2006.321337.",
    ),
    "Conferences: paper presented": (
        """@inproceedings{k, author = {Caratelli, D. and Viganó, M. C. and Toso, G. and Angeletti, P.},
        title = {Analytical placement technique for sparse arrays}, eventtitle = {32nd ESA Antenna Workshop},
        location = {Noordwijk, The Netherlands}, date = {2010-10-05/2010-10-08}, entrysubtype = {publication}}""",
        "D. Caratelli, M. C. Viganó, G. Toso, and P. Angeletti, “Analytical placement technique for sparse arrays,” presented "
        "at the 32nd ESA Antenna Workshop, Noordwijk, The Netherlands, Oct. 5–8, 2010.",
    ),
    "Books: book": (
        """@book{k, author = {Klaus, B. and Horn, P.}, title = {Robot Vision}, publisher = {MIT Press},
        location = {Cambridge, MA, USA}, date = 1986}""",
        "B. Klaus and P. Horn, *Robot Vision*. Cambridge, MA, USA: MIT Press, 1986.",
    ),
    "Books: book with chapter title": (
        """@incollection{k, author = {Stein, L.}, title = {Random Patterns}, booktitle = {Computers and You},
        editor = {Brake, J. S.}, location = {New York, NY, USA}, publisher = {Wiley}, date = 1994, pages = {55--70}}""",
        "L. Stein, “Random patterns,” in *Computers and You*, J. S. Brake, Ed. New York, NY, USA: Wiley, 1994, pp. 55–70.",
    ),
    "Books: book with chapter title, volume and editors": (
        """@incollection{k, author = {Myer, R. L.}, title = {Parametric oscillators and nonlinear materials},
        booktitle = {Nonlinear Optics}, volume = 4, editor = {Harper, P. G. and Wherret, B. S.},
        location = {San Francisco, CA, USA}, publisher = {Academic}, date = 1977, pages = {47--160}}""",
        "R. L. Myer, “Parametric oscillators and nonlinear materials,” in *Nonlinear Optics*, vol. 4, P. G. Harper and "
        "B. S. Wherret, Eds. San Francisco, CA, USA: Academic, 1977, pp. 47–160.",
    ),
    "Books: edition": (
        """@incollection{k, author = {Young, G. O.}, title = {Synthetic structure of industrial plastics},
        booktitle = {Plastics}, edition = 2, volume = 3, editor = {Peters, J.}, location = {New York, NY, USA},
        publisher = {McGraw-Hill}, date = 1964, pages = {15--64}}""",
        "G. O. Young, “Synthetic structure of industrial plastics,” in *Plastics*, 2nd ed., vol. 3, J. Peters, Ed. New York, "
        "NY, USA: McGraw-Hill, 1964, pp. 15–64.",
    ),
    "Theses: Ph.D. dissertation": (
        """@phdthesis{k, author = {Williams, J. O.}, title = {Narrow-Band Analyzer},
        school = {Dept. Elect. Eng., Harvard Univ.}, address = {Cambridge, MA, USA}, year = 1993}""",
        "J. O. Williams, “Narrow-band analyzer,” Ph.D. dissertation, Dept. Elect. Eng., Harvard Univ., Cambridge, MA, USA, 1993.",
    ),
    "Theses: M.S. thesis": (
        """@mastersthesis{k, author = {Kawasaki, N.},
        title = {Parametric study of thermal and chemical nonequilibrium nozzle flow},
        school = {Dept. Electron. Eng., Osaka Univ.}, address = {Osaka, Japan}, year = 1993}""",
        "N. Kawasaki, “Parametric study of thermal and chemical nonequilibrium nozzle flow,” M.S. thesis, Dept. Electron. "
        "Eng., Osaka Univ., Osaka, Japan, 1993.",
    ),
    "Reports": (
        """@techreport{k, author = {Reber, E. E. and Michell, R. L. and Carter, C. J.},
        title = {Oxygen Absorption in the {Earth}’s Atmosphere}, institution = {Aerospace Corp.},
        address = {Los Angeles, CA, USA}, number = {TR-0200 (4230-46)-3}, year = 1988, month = nov}""",
        "E. E. Reber, R. L. Michell, and C. J. Carter, “Oxygen absorption in the Earth’s atmosphere,” Aerospace Corp., "
        "Los Angeles, CA, USA, Tech. Rep. TR-0200 (4230-46)-3, Nov. 1988.",
    ),
    "Patents": (
        """@patent{k, author = {Wilkinson, J. P.}, title = {Nonlinear resonant circuit devices}, type = {patentus},
        number = {3 624 125}, date = {1990-07-16}}""",
        "J. P. Wilkinson, “Nonlinear resonant circuit devices,” U.S. Patent 3 624 125, Jul. 16, 1990.",
    ),
    "Websites": (
        """@online{k, author = {Smith, J.}, title = {{Obama} inaugurated as {President}}, organization = {CNN.com},
        urldate = {2009-02-01}, url = {http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html}}""",
        "J. Smith. “Obama inaugurated as President.” CNN.com. Accessed: Feb. 1, 2009. [Online]. Available: "
        "http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html",
    ),
    "Datasets": (
        """@dataset{k, author = {{U.S. Department of Health and Human Services}},
        title = {Treatment Episode Dataset: Discharges ({TEDS-D})}, date = {2013-08},
        publisher = {Office of Applied Studies}, doi = {10.3886/ICPSR30122.v2}}""",
        "U.S. Department of Health and Human Services, Aug. 2013, “Treatment episode dataset: Discharges (TEDS-D),” "
        "Office of Applied Studies, doi: 10.3886/ICPSR30122.v2.",
    ),
    "Unpublished: arXiv preprint": (
        """@misc{k, author = {Urazhdin, S. and Birge, N. O. and Pratt, Jr., W. P. and Bass, J.},
        title = {Current-driven magnetic excitations in permalloy-based multilayer nanopillars}, year = 2003,
        eprint = {cond-mat/0303149}, eprinttype = {arxiv}}""",
        "S. Urazhdin, N. O. Birge, W. P. Pratt Jr., and J. Bass, “Current-driven magnetic excitations in permalloy-based "
        "multilayer nanopillars,” 2003, arXiv:cond-mat/0303149.",
    ),
}

# ACM ----------------------------------------------------------------------------------------------------
# acm.org/publications/authors/reference-formatting, and the references of acmart's sample-sigconf.pdf.

ACM = {
    "a paginated article in a journal": (
        """@article{k, author = {Patricia S. Abril and Robert Plant}, title = {The patent holder's dilemma: Buy, sell, or troll?},
        journal = {Commun. ACM}, volume = 50, number = 1, month = jan, year = 2007, pages = {36--44},
        doi = {10.1145/1188913.1188915}}""",
        "Patricia S. Abril and Robert Plant. 2007. The patent holder's dilemma: Buy, sell, or troll? *Commun. ACM* 50, 1 "
        "(Jan. 2007), 36–44. https://doi.org/10.1145/1188913.1188915",
    ),
    "an enumerated article in a journal": (
        """@article{k, author = {Sarah Cohen and Werner Nutt and Yehoshua Sagic},
        title = {Deciding equivalences among conjunctive aggregate queries}, journal = {J. ACM}, volume = 54, number = 2,
        eid = 5, pagetotal = 50, month = apr, year = 2007, doi = {10.1145/1219092.1219093}}""",
        "Sarah Cohen, Werner Nutt, and Yehoshua Sagic. 2007. Deciding equivalences among conjunctive aggregate queries. "
        "*J. ACM* 54, 2, Article 5 (April 2007), 50 pages. https://doi.org/10.1145/1219092.1219093",
    ),
    "an article to appear": (
        """@article{k, author = {Bernard Rous}, title = {The Enabling of Digital Libraries}, journal = {Digital Libraries},
        volume = 12, number = 3, eid = 5, month = jul, year = 2008, pubstate = {forthcoming}}""",
        "Bernard Rous. 2008. The Enabling of Digital Libraries. *Digital Libraries* 12, 3, Article 5 (July 2008). To appear.",
    ),
    "a monograph": (
        """@book{k, author = {David Kosiur}, title = {Understanding Policy-Based Networking}, edition = 2,
        publisher = {Wiley}, address = {New York, NY}, year = 2001}""",
        "David Kosiur. 2001. *Understanding Policy-Based Networking* (2nd. ed.). Wiley, New York, NY.",
    ),
    "a divisible book": (
        """@book{k, editor = {Ian Editor}, title = {The title of book one}, edition = 1,
        series = {The name of the series one}, volume = 9, publisher = {University of Chicago Press}, address = {Chicago},
        year = 2007, doi = {10.1007/3-540-09237-4}}""",
        "Ian Editor (Ed.). 2007. *The title of book one* (1st. ed.). The name of the series one, Vol. 9. University of "
        "Chicago Press, Chicago. https://doi.org/10.1007/3-540-09237-4",
    ),
    "a chapter in a divisible book": (
        """@incollection{k, author = {Asad Z. Spector}, title = {Achieving application requirements},
        booktitle = {Distributed Systems}, edition = 2, editor = {Sape Mullender}, publisher = {ACM Press},
        address = {New York, NY}, year = 1990, pages = {19--33}, doi = {10.1145/90417.90738}}""",
        "Asad Z. Spector. 1990. Achieving application requirements. In *Distributed Systems* (2nd. ed.), Sape Mullender (Ed.). "
        "ACM Press, New York, NY, 19–33. https://doi.org/10.1145/90417.90738",
    ),
    "a chapter in a volume of a series": (
        """@incollection{k, author = {Bruce P. Douglass},
        title = {Statecarts in use: structured analysis and object-orientation}, booktitle = {Lectures on Embedded Systems},
        editor = {Grzegorz Rozenberg and Frits W. Vaandrager}, series = {Lecture Notes in Computer Science}, volume = 1494,
        publisher = {Springer-Verlag}, address = {London}, year = 1998, pages = {368--394},
        doi = {10.1007/3-540-65193-4_29}}""",
        "Bruce P. Douglass. 1998. Statecarts in use: structured analysis and object-orientation. In *Lectures on Embedded "
        "Systems*, Grzegorz Rozenberg and Frits W. Vaandrager (Eds.). Lecture Notes in Computer Science, Vol. 1494. "
        "Springer-Verlag, London, 368–394. https://doi.org/10.1007/3-540-65193-4_29",
    ),
    "an article in proceedings": (
        """@inproceedings{k, author = {Sten Andler}, title = {Predicate Path expressions},
        booktitle = {Proceedings of the 6th. ACM SIGACT-SIGPLAN symposium on Principles of Programming Languages},
        series = {POPL ’79}, publisher = {ACM Press}, address = {New York, NY}, year = 1979, pages = {226--236},
        doi = {10.1145/567752.567774}}""",
        "Sten Andler. 1979. Predicate Path expressions. In *Proceedings of the 6th. ACM SIGACT-SIGPLAN symposium on "
        "Principles of Programming Languages* *(POPL ’79)*. ACM Press, New York, NY, 226–236. "
        "https://doi.org/10.1145/567752.567774",
    ),
    "an enumerated article in proceedings": (
        """@inproceedings{k, author = {Matthew Van Gundy and Davide Balzarotti and Giovanni Vigna},
        title = {Catch me, if you can: Evading network signatures with web-based polymorphic worms},
        booktitle = {Proceedings of the first USENIX workshop on Offensive Technologies}, series = {WOOT ’07},
        publisher = {USENIX Association}, address = {Berkley, CA}, year = 2007, eid = 7, pagetotal = 9}""",
        "Matthew Van Gundy, Davide Balzarotti, and Giovanni Vigna. 2007. Catch me, if you can: Evading network signatures "
        "with web-based polymorphic worms. In *Proceedings of the first USENIX workshop on Offensive Technologies* "
        "*(WOOT ’07)*. USENIX Association, Berkley, CA, Article 7, 9 pages.",
    ),
    "a doctoral dissertation": (
        """@phdthesis{k, author = {Kenneth L. Clarkson}, title = {Algorithms for Closest-Point Problems (Computational Geometry)},
        school = {Stanford University}, address = {Palo Alto, CA}, year = 1985,
        note = {UMI Order Number: AAT 8506171}}""",
        "Kenneth L. Clarkson. 1985. *Algorithms for Closest-Point Problems (Computational Geometry)*. Ph.D. Dissertation. "
        "Stanford University, Palo Alto, CA. UMI Order Number: AAT 8506171.",
    ),
    "a master’s thesis": (
        """@mastersthesis{k, author = {David A. Anisi}, title = {Optimal Motion Control of a Ground Vehicle},
        school = {Royal Institute of Technology (KTH)}, address = {Stockholm, Sweden}, year = 2003}""",
        "David A. Anisi. 2003. *Optimal Motion Control of a Ground Vehicle*. Master’s thesis. Royal Institute of Technology "
        "(KTH), Stockholm, Sweden.",
    ),
    "a technical report": (
        """@techreport{k, author = {David Harel}, title = {LOGICS of Programs: AXIOMATICS and DESCRIPTIVE POWER},
        type = {MIT Research Lab Technical Report}, number = {TR-200},
        institution = {Massachusetts Institute of Technology}, address = {Cambridge, MA}, year = 1978}""",
        "David Harel. 1978. *LOGICS of Programs: AXIOMATICS and DESCRIPTIVE POWER*. MIT Research Lab Technical Report "
        "TR-200. Massachusetts Institute of Technology, Cambridge, MA.",
    ),
    "an online document": (
        """@online{k, author = {Harry Thornburg}, title = {Introduction to Bayesian Statistics}, year = 2001,
        url = {http://ccrma.stanford.edu/~jos/bayes/bayes.html}, urldate = {2005-03-02}}""",
        "Harry Thornburg. 2001. *Introduction to Bayesian Statistics*. Retrieved March 2, 2005 from "
        "http://ccrma.stanford.edu/~jos/bayes/bayes.html",
    ),
    "an online document without a date": (
        """@online{k, author = {Boris Veytsman}, title = {acmart—Class for typesetting publications of ACM},
        url = {http://www.ctan.org/pkg/acmart}, urldate = {2017-05-27}}""",
        "Boris Veytsman. [n. d.]. *acmart—Class for typesetting publications of ACM*. Retrieved May 27, 2017 from "
        "http://www.ctan.org/pkg/acmart",
    ),
    "a patent": (
        """@patent{k, author = {Joseph Scientist}, title = {The fountain of youth}, number = {12345}, year = 2009,
        note = {Filed July 1st., 2008, Issued Aug. 9th., 2009}}""",
        "Joseph Scientist. 2009. The fountain of youth. Patent No. 12345. Filed July 1st., 2008, Issued Aug. 9th., 2009.",
    ),
    "arXiv": (
        """@misc{k, author = {Martha Constantinou}, title = {New physics searches from nucleon matrix elements in lattice QCD},
        year = 2016, eprint = {1701.00133}, archiveprefix = {arXiv}}""",
        "Martha Constantinou. 2016. New physics searches from nucleon matrix elements in lattice QCD. arXiv:1701.00133. "
        "Retrieved from https://arxiv.org/abs/1701.00133",
    ),
    "a dataset": (
        """@dataset{k, author = {Sam Anzaroot and Andrew McCallum}, title = {UMass Citation Field Extraction Dataset},
        year = 2013, url = {http://www.iesl.cs.umass.edu/data/data-umasscitationfield}, urldate = {2019-05-27}}""",
        "Sam Anzaroot and Andrew McCallum. 2013. *UMass Citation Field Extraction Dataset*. Retrieved May 27, 2019 from "
        "http://www.iesl.cs.umass.edu/data/data-umasscitationfield",
    ),
}

# APA ----------------------------------------------------------------------------------------------------
# apastyle.apa.org/style-grammar-guidelines/references/examples, and Publication Manual, 7th ed., ch. 10.

APA = {
    "journal article": (
        """@article{k, author = {Grady, Jessica S. and Her, M. and Moreno, G. and Perez, C. and Yelinek, J.},
        title = {Emotions in Storybooks: A Comparison of Storybooks that Represent Ethnic and Racial Groups in the {United States}},
        journal = {Psychology of Popular Media Culture}, volume = 8, number = 3, pages = {207-217}, date = {2019-07},
        doi = {10.1037/ppm0000185}}""",
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of "
        "storybooks that represent ethnic and racial groups in the United States. *Psychology of Popular Media Culture, 8*(3), "
        "207–217. https://doi.org/10.1037/ppm0000185",
    ),
    "journal article with an article number": (
        """@article{k, author = {Burin, D. and Kilteni, K. and Rabuffetti, M. and Slater, M. and Pia, L.},
        title = {Body ownership increases the interference between observed and executed movements},
        journal = {PLOS ONE}, volume = 14, number = 1, eid = {e0209899}, date = 2019, doi = {10.1371/journal.pone.0209899}}""",
        "Burin, D., Kilteni, K., Rabuffetti, M., Slater, M., & Pia, L. (2019). Body ownership increases the interference "
        "between observed and executed movements. *PLOS ONE, 14*(1), Article e0209899. "
        "https://doi.org/10.1371/journal.pone.0209899",
    ),
    "journal article with 21 or more authors": (
        """@article{k, author = {Kalnay, E. and Kanamitsu, M. and Kistler, R. and Collins, W. and Deaven, D. and Gandin, L. and
        Iredell, M. and Saha, S. and White, G. and Woollen, J. and Zhu, Y. and Chelliah, M. and Ebisuzaki, W. and Higgins, W.
        and Janowiak, J. and Mo, K. C. and Ropelewski, C. and Wang, J. and Leetmaa, A. and Reynolds, R. and Jenne, R. and
        Joseph, D.}, title = {The {NCEP}/{NCAR} 40-year reanalysis project},
        journal = {Bulletin of the American Meteorological Society}, volume = 77, number = 3, pages = {437--471}, date = 1996}""",
        "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., Saha, S., White, G., "
        "Woollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., Janowiak, J., Mo, K. C., Ropelewski, C., Wang, J., "
        "Leetmaa, A., . . . Joseph, D. (1996). The NCEP/NCAR 40-year reanalysis project. *Bulletin of the American "
        "Meteorological Society, 77*(3), 437–471.",
    ),
    "journal article in press": (
        """@article{k, author = {Pachur, T. and Scheibehenne, B.},
        title = {Unpacking buyer–seller differences in valuation from experience: A cognitive modeling approach},
        journal = {Psychonomic Bulletin & Review}, pubstate = {inpress}}""",
        "Pachur, T., & Scheibehenne, B. (in press). Unpacking buyer–seller differences in valuation from experience: "
        "A cognitive modeling approach. *Psychonomic Bulletin & Review*.",
    ),
    "whole authored book": (
        """@book{k, author = {Jackson, L. M.}, title = {The Psychology of Prejudice: From Attitudes to Social Action}, edition = 2,
        publisher = {American Psychological Association}, location = {Washington, DC}, date = 2019, doi = {10.1037/0000168-000}}""",
        "Jackson, L. M. (2019). *The psychology of prejudice: From attitudes to social action* (2nd ed.). American "
        "Psychological Association. https://doi.org/10.1037/0000168-000",
    ),
    "whole edited book": (
        """@book{k, editor = {Torino, G. C. and Rivera, D. P. and Capodilupo, C. M. and Nadal, K. L. and Sue, D. W.},
        title = {Microaggression theory: Influence and implications}, publisher = {John Wiley & Sons}, date = 2019,
        doi = {10.1002/9781119466642}}""",
        "Torino, G. C., Rivera, D. P., Capodilupo, C. M., Nadal, K. L., & Sue, D. W. (Eds.). (2019). *Microaggression theory: "
        "Influence and implications*. John Wiley & Sons. https://doi.org/10.1002/9781119466642",
    ),
    "chapter in an edited book": (
        """@incollection{k, author = {Aron, L. and Botella, M. and Lubart, T.},
        title = {Culinary Arts: Talent and Their Development},
        editor = {Subotnik, R. F. and Olszewski-Kubilius, P. and Worrell, F. C.},
        booktitle = {The Psychology of High Performance: Developing Human Potential into Domain-Specific Talent},
        pages = {345--359}, publisher = {American Psychological Association}, date = 2019, doi = {10.1037/0000120-016}}""",
        "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. In R. F. Subotnik, "
        "P. Olszewski-Kubilius, & F. C. Worrell (Eds.), *The psychology of high performance: Developing human potential into "
        "domain-specific talent* (pp. 345–359). American Psychological Association. https://doi.org/10.1037/0000120-016",
    ),
    "conference proceedings published as a book chapter": (
        """@inproceedings{k, author = {Bedenel, Anne-Laure and Jourdan, L. and Biernacki, C.},
        title = {Probability estimation by an adapted genetic algorithm in web insurance},
        editor = {Battiti, R. and Brunato, M. and Kotsireas, I. and Pardalos, P.},
        booktitle = {Learning and intelligent optimization}, series = {Lecture notes in computer science}, volume = 11353,
        pages = {225--240}, publisher = {Springer}, date = 2019, doi = {10.1007/978-3-030-05348-2_21}}""",
        "Bedenel, A.-L., Jourdan, L., & Biernacki, C. (2019). Probability estimation by an adapted genetic algorithm in web "
        "insurance. In R. Battiti, M. Brunato, I. Kotsireas, & P. Pardalos (Eds.), *Lecture notes in computer science: "
        "Vol. 11353. Learning and intelligent optimization* (pp. 225–240). Springer. "
        "https://doi.org/10.1007/978-3-030-05348-2_21",
    ),
    "conference presentation": (
        """@inproceedings{k, author = {Evans, Jr., A. C. and Garbarino, J. and Bocanegra, E. and Kinscherff, R. T. and
        Márquez-Greene, N.}, title = {Gun violence: An event on the power of community}, eventtitle = {APA 2019 Convention},
        location = {Chicago, IL, United States}, date = {2019-08-08/2019-08-11}, url = {https://convention.apa.org/2019-video},
        entrysubtype = {publication}}""",
        "Evans, A. C., Jr., Garbarino, J., Bocanegra, E., Kinscherff, R. T., & Márquez-Greene, N. (2019, August 8–11). *Gun "
        "violence: An event on the power of community* [Conference presentation]. APA 2019 Convention, Chicago, IL, "
        "United States. https://convention.apa.org/2019-video",
    ),
    "published dissertation": (
        """@phdthesis{k, author = {Kabir, J. M.},
        title = {Factors influencing customer satisfaction at a fast food hamburger chain: The relationship between customer
        satisfaction and customer loyalty}, number = {10169573}, school = {Wilmington University}, date = 2016,
        publisher = {ProQuest Dissertations & Theses Global}}""",
        "Kabir, J. M. (2016). *Factors influencing customer satisfaction at a fast food hamburger chain: The relationship "
        "between customer satisfaction and customer loyalty* (Publication No. 10169573) [Doctoral dissertation, Wilmington "
        "University]. ProQuest Dissertations & Theses Global.",
    ),
    "report by a government agency": (
        """@report{k, author = {{National Cancer Institute}}, title = {Taking time: Support for people with cancer},
        type = {NIH Publication No.}, number = {18-2059}, date = 2019,
        institution = {U.S. Department of Health and Human Services, National Institutes of Health},
        url = {https://www.cancer.gov/publications/patient-education/takingtime.pdf}}""",
        "National Cancer Institute. (2019). *Taking time: Support for people with cancer* (NIH Publication No. 18-2059). "
        "U.S. Department of Health and Human Services, National Institutes of Health. "
        "https://www.cancer.gov/publications/patient-education/takingtime.pdf",
    ),
    "webpage on a website with a government agency group author": (
        """@online{k, author = {{National Institute of Mental Health}}, title = {Anxiety Disorders}, date = {2018-07},
        organization = {U.S. Department of Health and Human Services, National Institutes of Health},
        url = {https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml}}""",
        "National Institute of Mental Health. (2018, July). *Anxiety disorders*. U.S. Department of Health and Human "
        "Services, National Institutes of Health. https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml",
    ),
    "webpage on a website with an individual author": (
        """@online{k, author = {Giovanetti, F.}, title = {Why we are so obsessed with personality types},
        date = {2019-11-16}, organization = {Medium}, url = {https://medium.com/the-business-of-wellness/why-577450f9aee9}}""",
        "Giovanetti, F. (2019, November 16). *Why we are so obsessed with personality types*. Medium. "
        "https://medium.com/the-business-of-wellness/why-577450f9aee9",
    ),
    "data set": (
        """@dataset{k, author = {D’Souza, A. and Wiseheart, M.},
        title = {Cognitive effects of music and dance training in children}, number = {ICPSR 37080}, version = {V1},
        publisher = {ICPSR}, date = 2018, doi = {10.3886/ICPSR37080.v1}}""",
        "D’Souza, A., & Wiseheart, M. (2018). *Cognitive effects of music and dance training in children* (ICPSR 37080; "
        "Version V1) [Data set]. ICPSR. https://doi.org/10.3886/ICPSR37080.v1",
    ),
    "computer software": (
        """@software{k, author = {Borenstein, M. and Hedges, L. and Higgins, J. and Rothstein, H.},
        title = {Comprehensive Meta-Analysis}, version = {3.3.070}, publisher = {Biostat}, date = 2014,
        url = {https://www.meta-analysis.com/}}""",
        "Borenstein, M., Hedges, L., Higgins, J., & Rothstein, H. (2014). *Comprehensive meta-analysis* (Version 3.3.070) "
        "[Computer software]. Biostat. https://www.meta-analysis.com/",
    ),
    "patent": (
        """@patent{k, author = {Hiremath, S. C. and Kumar, S. and Lu, F. and Salehi, A.},
        title = {Using metaphors to present concepts across different intellectual domains}, type = {patentus},
        number = {9,367,592}, date = 2016, organization = {U.S. Patent and Trademark Office}}""",
        "Hiremath, S. C., Kumar, S., Lu, F., & Salehi, A. (2016). *Using metaphors to present concepts across different "
        "intellectual domains* (U.S. Patent No. 9,367,592). U.S. Patent and Trademark Office.",
    ),
    "preprint": (
        """@misc{k, author = {Hampton, S. and Rabagliati, H. and Sorace, A. and Fletcher-Watson, S.},
        title = {Autism and bilingualism: A qualitative interview study of parents’ perspectives and experiences}, date = 2017,
        publisher = {PsyArXiv}, doi = {10.31234/osf.io/76xfs}}""",
        "Hampton, S., Rabagliati, H., Sorace, A., & Fletcher-Watson, S. (2017). *Autism and bilingualism: A qualitative "
        "interview study of parents’ perspectives and experiences*. PsyArXiv. https://doi.org/10.31234/osf.io/76xfs",
    ),
}

# Chicago ------------------------------------------------------------------------------------------------
# chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html (18th ed., notes and bibliography), and the
# manual itself where a section is named.

CHICAGO = {
    "book": (
        "@book{k, author = {Yu, Charles}, title = {Interior Chinatown}, publisher = {Pantheon Books}, date = 2020}",
        "Yu, Charles. *Interior Chinatown*. Pantheon Books, 2020.",
    ),
    "book by two authors": (
        """@book{k, author = {Binder, Amy J. and Kidder, Jeffrey L.},
        title = {The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in Campus Politics Today},
        publisher = {University of Chicago Press}, date = 2022}""",
        "Binder, Amy J., and Jeffrey L. Kidder. *The Channels of Student Activism: How the Left and Right Are Winning "
        "(and Losing) in Campus Politics Today*. University of Chicago Press, 2022.",
    ),
    "edited book, with a place (17th ed.)": (
        """@book{k, editor = {D’Agata, John}, title = {The Making of the American Essay}, location = {Minneapolis},
        publisher = {Graywolf Press}, date = 2016}""",
        "D’Agata, John, ed. *The Making of the American Essay*. Minneapolis: Graywolf Press, 2016.",
    ),
    "chapter of an edited book": (
        """@incollection{k, author = {Doyle, Kathleen}, title = {The Queen Mary Psalter},
        booktitle = {The Book by Design: The Remarkable Story of the World’s Greatest Invention},
        editor = {Marks, P. J. M. and Parkin, Stephen}, publisher = {University of Chicago Press}, date = 2023}""",
        "Doyle, Kathleen. “The Queen Mary Psalter.” In *The Book by Design: The Remarkable Story of the World’s Greatest "
        "Invention*, edited by P. J. M. Marks and Stephen Parkin. University of Chicago Press, 2023.",
    ),
    "chapter of an edited book, with pages (17th ed.)": (
        """@incollection{k, author = {Thoreau, Henry David}, title = {Walking}, booktitle = {The Making of the American Essay},
        editor = {D’Agata, John}, pages = {167--195}, location = {Minneapolis}, publisher = {Graywolf Press}, date = 2016}""",
        "Thoreau, Henry David. “Walking.” In *The Making of the American Essay*, edited by John D’Agata, 167–95. "
        "Minneapolis: Graywolf Press, 2016.",
    ),
    "journal article": (
        """@article{k, author = {Kwon, Hyeyoung},
        title = {Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life},
        journal = {American Journal of Sociology}, volume = 127, number = 6, date = 2022, pages = {1818--1859},
        doi = {10.1086/720277}}""",
        "Kwon, Hyeyoung. “Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life.” *American Journal of "
        "Sociology* 127, no. 6 (2022): 1818–59. https://doi.org/10.1086/720277.",
    ),
    "journal article by two authors": (
        """@article{k, author = {Dittmar, Emily L. and Schemske, Douglas W.},
        title = {Temporal Variation in Selection Influences Microgeographic Local Adaptation},
        journal = {American Naturalist}, volume = 202, number = 4, date = 2023, pages = {471--485}, doi = {10.1086/725865}}""",
        "Dittmar, Emily L., and Douglas W. Schemske. “Temporal Variation in Selection Influences Microgeographic Local "
        "Adaptation.” *American Naturalist* 202, no. 4 (2023): 471–85. https://doi.org/10.1086/725865.",
    ),
    "journal article of a season (17th ed.)": (
        """@article{k, author = {Keng, Shao-Hsun and Lin, Chun-Hung and Orazem, Peter F.},
        title = {Expanding College Access in Taiwan, 1978–2014: Effects on Graduate Quality and Income Inequality},
        journal = {Journal of Human Capital}, volume = 11, number = 1, date = {2017-21}, pages = {1--34},
        doi = {10.1086/690235}}""",
        "Keng, Shao-Hsun, Chun-Hung Lin, and Peter F. Orazem. “Expanding College Access in Taiwan, 1978–2014: Effects on "
        "Graduate Quality and Income Inequality.” *Journal of Human Capital* 11, no. 1 (Spring 2017): 1–34. "
        "https://doi.org/10.1086/690235.",
    ),
    "thesis": (
        """@phdthesis{k, author = {Blajer de la Garza, Yuna},
        title = {A House Is Not a Home: Citizenship and Belonging in Contemporary Democracies},
        school = {University of Chicago}, publisher = {ProQuest}, number = {13865986}, date = 2019}""",
        "Blajer de la Garza, Yuna. “A House Is Not a Home: Citizenship and Belonging in Contemporary Democracies.” PhD diss., "
        "University of Chicago, 2019. ProQuest (13865986).",
    ),
    "web page": (
        """@online{k, author = {{Google}}, title = {Privacy Policy}, organization = {Privacy & Terms},
        note = {Effective November 15, 2023}, url = {https://policies.google.com/privacy}}""",
        "Google. “Privacy Policy.” Privacy & Terms. Effective November 15, 2023. https://policies.google.com/privacy.",
    ),
    "poster presented at a meeting (17th ed., 14.217)": (
        """@inproceedings{k, author = {Rohde, Hannah and Levy, Roger and Kehler, Andrew},
        title = {Implicit Causality Biases Influence Relative Clause Attachment}, type = {poster},
        eventtitle = {21st CUNY Conference on Human Sentence Processing}, location = {Chapel Hill, NC}, date = {2008-03},
        entrysubtype = {publication}}""",
        "Rohde, Hannah, Roger Levy, and Andrew Kehler. “Implicit Causality Biases Influence Relative Clause Attachment.” "
        "Poster presented at the 21st CUNY Conference on Human Sentence Processing, Chapel Hill, NC, March 2008.",
    ),
    "report, as a book (17th ed., 14.220)": (
        """@report{k, author = {{World Economic Forum}}, title = {The Global Risks Report 2020}, location = {Cologny},
        institution = {WEF}, date = 2020, url = {http://www3.weforum.org/docs/WEF_Global_Risk_Report_2020.pdf}}""",
        "World Economic Forum. *The Global Risks Report 2020*. Cologny: WEF, 2020. "
        "http://www3.weforum.org/docs/WEF_Global_Risk_Report_2020.pdf.",
    ),
}

# Vancouver ----------------------------------------------------------------------------------------------
# nlm.nih.gov/bsd/uniform_requirements.html: Samples of Formatted References for Authors of Journal Articles.

VANCOUVER = {
    "standard journal article": (
        """@article{k, author = {Halpern, Scott D. and Ubel, P. A. and Caplan, A. L.},
        title = {Solid-Organ Transplantation in {HIV}-Infected Patients}, journal = {N Engl J Med}, date = {2002-07-25},
        volume = 347, number = 4, pages = {284--287}}""",
        "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul "
        "25;347(4):284-7.",
    ),
    "more than six authors": (
        """@article{k, author = {Rose, M. E. and Huerbin, M. B. and Melick, J. and Marion, D. W. and Palmer, A. M. and
        Schiding, J. K. and Kochanek, P. M. and Graham, S. H.},
        title = {Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury},
        journal = {Brain Res}, date = 2002, volume = 935, number = {1-2}, pages = {40--46}}""",
        "Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial excitatory amino "
        "acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.",
    ),
    "organization as author": (
        """@article{k, author = {{Diabetes Prevention Program Research Group}},
        title = {Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance},
        journal = {Hypertension}, date = 2002, volume = 40, number = 5, pages = {679--686}}""",
        "Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired "
        "glucose tolerance. Hypertension. 2002;40(5):679-86.",
    ),
    "no author given": (
        """@article{k, title = {21st century heart solution may have a sting in the tail}, journal = {BMJ}, date = 2002,
        volume = 325, number = 7357, pages = {184}}""",
        "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.",
    ),
    "article with a DOI and an electronic number": (
        """@article{k, author = {Zhang, M. and Holman, C. D. and Price, S. D. and Sanfilippo, F. M. and Preen, D. B. and
        Bulsara, M. K.}, title = {Comorbidity and repeat admission to hospital for adverse drug reactions in older adults:
        retrospective cohort study}, journal = {BMJ}, date = {2009-01-07}, volume = 338, eid = {a2752},
        doi = {10.1136/bmj.a2752}}""",
        "Zhang M, Holman CD, Price SD, Sanfilippo FM, Preen DB, Bulsara MK. Comorbidity and repeat admission to hospital for "
        "adverse drug reactions in older adults: retrospective cohort study. BMJ. 2009 Jan 7;338:a2752. doi: "
        "10.1136/bmj.a2752.",
    ),
    "article not yet published": (
        """@article{k, author = {Tian, D. and Araki, H. and Stahl, E. and Bergelson, J. and Kreitman, M.},
        title = {Signature of balancing selection in {Arabidopsis}}, journal = {Proc Natl Acad Sci U S A}, date = 2002,
        pubstate = {forthcoming}}""",
        "Tian D, Araki H, Stahl E, Bergelson J, Kreitman M. Signature of balancing selection in Arabidopsis. Proc Natl Acad "
        "Sci U S A. Forthcoming 2002.",
    ),
    "personal authors of a book": (
        """@book{k, author = {Murray, P. R. and Rosenthal, K. S. and Kobayashi, G. S. and Pfaller, M. A.},
        title = {Medical Microbiology}, edition = 4, location = {St. Louis}, publisher = {Mosby}, date = 2002}""",
        "Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.",
    ),
    "editors as authors": (
        """@book{k, editor = {Gilstrap, 3rd, L. C. and Cunningham, F. G. and VanDorsten, J. P.},
        title = {Operative obstetrics}, edition = 2, location = {New York}, publisher = {McGraw-Hill}, date = 2002}""",
        "Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative obstetrics. 2nd ed. New York: McGraw-Hill; 2002.",
    ),
    "chapter in a book": (
        """@incollection{k, author = {Meltzer, P. S. and Kallioniemi, A. and Trent, J. M.},
        title = {Chromosome alterations in human solid tumors}, editor = {Vogelstein, B. and Kinzler, K. W.},
        booktitle = {The Genetic Basis of Human Cancer}, location = {New York}, publisher = {McGraw-Hill}, date = 2002,
        pages = {93--113}}""",
        "Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B, Kinzler KW, "
        "editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.",
    ),
    "conference paper": (
        """@inproceedings{k, author = {Christensen, S. and Oppacher, F.},
        title = {An analysis of {Koza}'s computational effort statistic for genetic programming},
        editor = {Foster, J. A. and Lutton, E. and Miller, J. and Ryan, C. and Tettamanzi, A. G.},
        booktitle = {Genetic programming. EuroGP 2002: Proceedings of the 5th European Conference on Genetic Programming},
        eventdate = {2002-04-03/2002-04-05}, venue = {Kinsdale, Ireland}, location = {Berlin}, publisher = {Springer},
        date = 2002, pages = {182--191}}""",
        "Christensen S, Oppacher F. An analysis of Koza's computational effort statistic for genetic programming. In: Foster "
        "JA, Lutton E, Miller J, Ryan C, Tettamanzi AG, editors. Genetic programming. EuroGP 2002: Proceedings of the 5th "
        "European Conference on Genetic Programming; 2002 Apr 3-5; Kinsdale, Ireland. Berlin: Springer; 2002. p. 182-91.",
    ),
    "scientific or technical report": (
        """@report{k, author = {Russell, M. L. and Goth-Goldstein, R. and Apte, M. G. and Fisk, W. J.},
        title = {Method for measuring the size distribution of airborne {Rhinovirus}}, location = {Berkeley (CA)},
        institution = {Lawrence Berkeley National Laboratory, Environmental Energy Technologies Division}, date = {2002-01},
        number = {LBNL49574}, note = {Contract No.: DEAC0376SF00098}, addendum = {Sponsored by the Department of Energy}}""",
        "Russell ML, Goth-Goldstein R, Apte MG, Fisk WJ. Method for measuring the size distribution of airborne Rhinovirus. "
        "Berkeley (CA): Lawrence Berkeley National Laboratory, Environmental Energy Technologies Division; 2002 Jan. Report "
        "No.: LBNL49574. Contract No.: DEAC0376SF00098. Sponsored by the Department of Energy.",
    ),
    "dissertation": (
        """@phdthesis{k, author = {Borkowski, M. M.},
        title = {Infant Sleep and Feeding: A Telephone Survey of {Hispanic} {Americans}}, address = {Mount Pleasant (MI)},
        school = {Central Michigan University}, year = 2002}""",
        "Borkowski MM. Infant sleep and feeding: a telephone survey of Hispanic Americans [dissertation]. Mount Pleasant "
        "(MI): Central Michigan University; 2002.",
    ),
    "patent": (
        """@patent{k, author = {Pagedas, A. C.}, holder = {{Ancel Surgical R\\&D Inc.}},
        title = {Flexible endoscopic grasping and cutting device and positioning tool assembly}, type = {patentus},
        number = {US 20020103498}, date = {2002-08-01}}""",
        "Pagedas AC, inventor; Ancel Surgical R&D Inc., assignee. Flexible endoscopic grasping and cutting device and "
        "positioning tool assembly. United States patent US 20020103498. 2002 Aug 1.",
    ),
    "monograph on the Internet": (
        """@online{k, editor = {Foley, K. M. and Gelband, H.}, title = {Improving palliative care for cancer},
        location = {Washington}, publisher = {National Academy Press}, date = 2001, urldate = {2002-07-09},
        url = {https://www.nap.edu/catalog/10149/improving-palliative-care-for-cancer}}""",
        "Foley KM, Gelband H, editors. Improving palliative care for cancer [Internet]. Washington: National Academy Press; "
        "2001 [cited 2002 Jul 9]. Available from: https://www.nap.edu/catalog/10149/improving-palliative-care-for-cancer.",
    ),
}

MANUALS = {"ieee": IEEE, "acm": ACM, "apa": APA, "chicago": CHICAGO, "vancouver": VANCOUVER}
EXAMPLES = [
    pytest.param(style, source, expected, id=f"{style}: {name}")
    for style, examples in MANUALS.items()
    for name, (source, expected) in examples.items()
]


@pytest.mark.parametrize(("style", "source", "expected"), EXAMPLES)
def test_a_style_prints_what_its_manual_prints(style: str, source: str, expected: str) -> None:
    assert printed(style, source) == expected


def test_lines_do_not_break_between_a_word_and_its_number() -> None:
    source = (
        "@article{k, title = {T}, journaltitle = {J}, volume = 58, number = 10, pages = {4--5}, date = 2011}"
    )
    assert "vol.\u00a058, no.\u00a010, pp.\u00a04–5" in str(composed("ieee", source))


# Names --------------------------------------------------------------------------------------------------

PEOPLE = [f"Author{chr(65 + n)}, Jean-Luc {chr(65 + n)}." for n in range(26)]


def paper(count: int, extra: str = "", authors: str = "") -> str:
    names = authors or " and ".join(PEOPLE[:count])
    return (
        f"@article{{k, author = {{{names}}}, title = {{Title}}, journal = {{Journal}}, date = 2020, {extra}}}"
    )


def people(style: str, count: int, owner: str = "", authors: str = "") -> str:
    """The names alone: what stands before the title or the year."""
    text = printed(style, paper(count, authors=authors), owner)
    return text[
        : text.index(
            {"ieee": ", “", "acm": ". 2020", "apa": " (2020)", "chicago": " “", "vancouver": ". Title"}[style]
        )
    ]


@pytest.mark.parametrize(
    ("style", "one", "two", "three"),
    [
        ("ieee", "J.-L. A. AuthorA", "J.-L. A. AuthorA and J.-L. B. AuthorB", "J.-L. A. AuthorA, J.-L. B. AuthorB, and J.-L. C. AuthorC"),
        ("acm", "Jean-Luc A. AuthorA", "Jean-Luc A. AuthorA and Jean-Luc B. AuthorB", "Jean-Luc A. AuthorA, Jean-Luc B. AuthorB, and Jean-Luc C. AuthorC"),
        ("apa", "AuthorA, J.-L. A.", "AuthorA, J.-L. A., & AuthorB, J.-L. B.", "AuthorA, J.-L. A., AuthorB, J.-L. B., & AuthorC, J.-L. C."),
        ("chicago", "AuthorA, Jean-Luc A.", "AuthorA, Jean-Luc A., and Jean-Luc B. AuthorB.", "AuthorA, Jean-Luc A., Jean-Luc B. AuthorB, and Jean-Luc C. AuthorC."),
        ("vancouver", "AuthorA JL", "AuthorA JL, AuthorB JL", "AuthorA JL, AuthorB JL, AuthorC JL"),
    ],
)  # fmt: skip
def test_one_two_and_three_authors(style: str, one: str, two: str, three: str) -> None:
    assert [people(style, count) for count in (1, 2, 3)] == [one, two, three]


@pytest.mark.parametrize(
    ("style", "most", "ending"),
    [
        ("ieee", 6, "J.-L. A. AuthorA et al."),
        ("chicago", 6, "AuthorA, Jean-Luc A., Jean-Luc B. AuthorB, Jean-Luc C. AuthorC, et al."),
        ("vancouver", 6, "AuthorA JL, AuthorB JL, AuthorC JL, AuthorD JL, AuthorE JL, AuthorF JL, et al"),
    ],
)
def test_a_style_has_its_own_et_al(style: str, most: int, ending: str) -> None:
    assert "et al" not in people(style, most)
    assert people(style, most + 1) == people(style, 25) == ending


def test_apa_leaves_out_what_is_between_the_nineteenth_and_the_last() -> None:
    assert "AuthorS, J.-L. S., & AuthorT, J.-L. T." in people("apa", 20)
    assert people("apa", 21).endswith("AuthorS, J.-L. S., . . . AuthorU, J.-L. U.")
    assert people("apa", 26).endswith("AuthorS, J.-L. S., . . . AuthorZ, J.-L. Z.")


def test_acm_prints_all_names() -> None:
    assert people("acm", 26).count("Author") == 26


@pytest.mark.parametrize(
    ("style", "owner", "expected"),
    [
        ("ieee", "AuthorJ", "J.-L. A. AuthorA, …, <J.-L. J. AuthorJ>, et al."),
        ("ieee", "AuthorB", "J.-L. A. AuthorA, <J.-L. B. AuthorB>, et al."),
        ("ieee", "AuthorC", "J.-L. A. AuthorA, J.-L. B. AuthorB, <J.-L. C. AuthorC>, et al."),
        ("ieee", "AuthorL", "J.-L. A. AuthorA, …, <J.-L. L. AuthorL>"),
        ("chicago", "AuthorJ", "AuthorA, Jean-Luc A., Jean-Luc B. AuthorB, Jean-Luc C. AuthorC, …, <Jean-Luc J. AuthorJ>, et al."),
        ("vancouver", "AuthorJ", "AuthorA JL, AuthorB JL, AuthorC JL, AuthorD JL, AuthorE JL, AuthorF JL, …, <AuthorJ JL>, et al"),
    ],
)  # fmt: skip
def test_the_owner_is_never_hidden(style: str, owner: str, expected: str) -> None:
    assert people(style, 12, f"{owner}, Jean-Luc") == expected


def test_apa_shows_an_owner_among_those_left_out() -> None:
    assert people("apa", 26, "AuthorX, Jean-Luc").endswith(
        "AuthorS, J.-L. S., . . . <AuthorX, J.-L. X.>, . . . AuthorZ, J.-L. Z."
    )


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_the_owner_is_emphasised_and_marks_stay(style: str) -> None:
    source = paper(0, "author+an = {1=equal; 2=equal, corresponding}", "Huang, Guyue and Wang, Zhengyang")
    text = printed(style, source, "Wang, Zhengyang")
    assert text.count("<") == 1
    assert "Wang" in text[text.index("<") : text.index(">")]
    assert text.count("^*") == 2
    assert ">^*†" in text


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_co_authors_with_a_home_page_are_linked(style: str) -> None:
    profile = Profile(name="Wang, Zhengyang", url="https://example.org/wang")
    text = composed(style, paper(0, authors="Huang, Guyue and Wang, Zhengyang"), people=(profile,))
    assert [span.target for span in text.spans("person")] == ["https://example.org/wang"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("ieee", "M. J. de la Cruz, M. L. King Jr., 李明, NASA, et al."),
        ("acm", "María José de la Cruz, Martin Luther King Jr., 李明, NASA, et al"),
        ("apa", "de la Cruz, M. J., King, M. L., Jr., 李明, NASA, et al."),
        ("chicago", "de la Cruz, María José, Martin Luther King Jr., 李明, NASA, et al."),
        ("vancouver", "de la Cruz MJ, King ML Jr, 李明, NASA, et al"),
    ],
)
def test_names_of_all_kinds_and_a_list_that_goes_on(style: str, expected: str) -> None:
    authors = "de la Cruz, María José and King, Jr., Martin Luther and 李, 明 and {NASA} and others"
    assert people(style, 0, authors=authors) == expected


# What may be missing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("ieee", "J. Doe, “Title,” *Journal*."),
        ("acm", "Jane Doe. [n. d.]. Title. *Journal*."),
        ("apa", "Doe, J. (n.d.). Title. *Journal*."),
        ("chicago", "Doe, Jane. “Title.” *Journal*."),
        ("vancouver", "Doe J. Title. Journal."),
    ],
)
def test_no_date(style: str, expected: str) -> None:
    assert (
        printed(style, "@article{k, author = {Doe, Jane}, title = {Title}, journal = {Journal}}") == expected
    )


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("ieee", "World Health Organization, “Malaria report,” Rep. 7, 2020."),
        ("acm", "World Health Organization. 2020. *Malaria report*. Technical Report 7."),
        ("apa", "World Health Organization. (2020). *Malaria report* (Report No. 7)."),
        ("chicago", "World Health Organization. *Malaria report*. 7. 2020."),
        ("vancouver", "World Health Organization. Malaria report. 2020. Report No.: 7."),
    ],
)
def test_an_organisation_stands_for_an_author_and_is_said_once(style: str, expected: str) -> None:
    source = "@report{k, title = {Malaria report}, institution = {World Health Organization}, number = 7, date = 2020}"
    assert printed(style, source) == expected


@pytest.mark.parametrize("style", HOUSE_STYLES)
@pytest.mark.parametrize(
    "type_", ["article", "inproceedings", "incollection", "book", "thesis", "report", "patent", "software", "dataset",
              "online", "unpublished", "misc", "poster", "periodical", "proceedings"],
)  # fmt: skip
def test_a_title_alone_is_printed_without_stray_marks(style: str, type_: str) -> None:
    records, _ = read([("references.bib", f"@{type_}{{k, title = {{Title}}}}".encode())])
    text = "".join(
        shown(
            composer(style)(
                WorkFields(records[0], WORDS, People([]), People([]), Signs(Marks((), frozenset()), WORDS))
            ).parts
        )
    )
    assert "Title" in text
    assert not any(
        wrong in text for wrong in ("..", ",,", ", .", " ,", "()", ": .", ";.", " .", "“”", "In.", "  ")
    )
    assert not text.startswith((",", ".", " "))


# Addresses --------------------------------------------------------------------------------------------------

WITH_BOTH = paper(1, "doi = {10.1145/1}, url = {https://example.org/paper}")


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_a_doi_is_linked_and_stands_instead_of_an_address(style: str) -> None:
    assert [span.target for span in composed(style, WITH_BOTH).spans("link")] == ["https://doi.org/10.1145/1"]


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_without_a_doi_the_address_is_linked(style: str) -> None:
    text = composed(style, paper(1, "url = {https://example.org/paper}"))
    assert [(str(Text(s.parts)), s.target) for s in text.spans("link")] == [
        ("https://example.org/paper",) * 2
    ]


# Status -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "status", "word"),
    [
        ("ieee", "submitted", "submitted for publication."),
        ("ieee", "inpreparation", "unpublished."),
        ("acm", "submitted", "Submitted."),
        ("apa", "submitted", "Title [Manuscript submitted for publication]."),
        ("apa", "forthcoming", "(in press)."),
        ("chicago", "forthcoming", "*Journal*, forthcoming."),
        ("vancouver", "submitted", "Journal. Submitted."),
    ],
)
def test_what_is_not_published_yet_says_so(style: str, status: str, word: str) -> None:
    source = f"@article{{k, author = {{Doe, Jane}}, title = {{Title}}, journal = {{Journal}}, pubstate = {{{status}}}}}"
    assert word in printed(style, source)


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_a_status_written_as_a_date_is_printed_once(style: str) -> None:
    source = "@article{k, author = {Doe, Jane}, title = {Title}, journal = {Journal}, year = {to appear}}"
    text = printed(style, source).lower()
    assert sum(text.count(word) for word in ("to appear", "to be published", "in press", "forthcoming")) == 1


# Sentence case -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Attention Is All You Need", "Attention is all you need"),
        ("{BERT}: Pre-Training of Deep Bidirectional Transformers", "BERT: Pre-training of deep bidirectional transformers"),
        ("RM-STC: A Sparse Tensor Core for GPUs with mRNA in 3D", "RM-STC: A sparse tensor core for GPUs with mRNA in 3D"),
        ("A Survey of {Bayesian} Methods in {New York}", "A survey of Bayesian methods in New York"),
        ("{A Title That Is Kept}", "A Title That Is Kept"),
        ("The Rise of {L}ondon", "The rise of London"),
        ("Already in sentence case, with London and Paris", "Already in sentence case, with London and Paris"),
        ("Deep Learning: the Next Step", "Deep learning: The next step"),
        ("Who Is Afraid? A Study of Fear", "Who is afraid? A study of fear"),
        (r"\emph{In Vivo} Imaging of {\"U}ber Cells", "*In Vivo* imaging of über cells"),
        ("Sorting in $O(N Log N)$ Steps", "Sorting in O(N Log N) steps"),
        ("Crowds on Salon.com in French and German", "Crowds on Salon.com in French and German"),
        ("Vitamin C and Plan B in Hard Times", "Vitamin C and plan B in hard times"),
        ("State-of-the-Art Methods for X-Ray Images", "State-of-the-art methods for X-ray images"),
    ],
)  # fmt: skip
def test_a_title_in_title_case_is_put_into_sentence_case(title: str, expected: str) -> None:
    source = f"@book{{k, author = {{Doe, Jane}}, title = {{{title}}}, date = 2020}}"
    text = composed("ieee", source.replace("@book", "@article"))
    assert "".join(shown(text.parts)) == f"J. Doe, “{expected},” 2020."


def test_titles_in_other_languages_and_in_styles_of_headlines_stay() -> None:
    german = "@article{k, author = {Doe, J.}, title = {Neue Wege}, langid = {ngerman}, date = 2020}"
    assert "“Neue Wege,”" in printed("ieee", german)
    english = "@article{k, author = {Doe, J.}, title = {New Ways to Sort}, date = 2020}"
    assert [title in printed(style, english) for style, title in (
        ("ieee", "New ways to sort"), ("apa", "New ways to sort"), ("vancouver", "New ways to sort"),
        ("acm", "New Ways to Sort"), ("chicago", "New Ways to Sort"),
    )] == [True] * 5  # fmt: skip


# Page ranges ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "chicago", "vancouver"),
    [
        # Chicago Manual of Style, 17th ed., 9.61; Citing Medicine drops every repeated digit.
        ("3--10", "3–10", "3-10"),
        ("71--72", "71–72", "71-2"),
        ("100--104", "100–104", "100-4"),
        ("1100--1113", "1100–1113", "1100-13"),
        ("101--108", "101–8", "101-8"),
        ("808--833", "808–33", "808-33"),
        ("321--328", "321–28", "321-8"),
        ("498--532", "498–532", "498-532"),
        ("1087--1089", "1087–89", "1087-9"),
        ("1496--1500", "1496–500", "1496-500"),
        ("11564--11615", "11564–615", "11564-615"),
        ("S93--S99", "S93–S99", "S93-S99"),
    ],
)
def test_page_ranges_are_abbreviated_as_the_style_does(written: str, chicago: str, vancouver: str) -> None:
    source = paper(1, f"pages = {{{written}}}")
    assert printed("chicago", source).endswith(f": {chicago}.")
    assert printed("vancouver", source).endswith(f":{vancouver}.")


ALSO = {
    "ieee": "“Wie Webstühle zählen” [How looms count], *",
    "acm": "Wie Webstühle zählen [How looms count]. *",
    "apa": "Wie Webstühle zählen [How looms count]. *",
    "chicago": "“Wie Webstühle zählen” [How looms count]. *",
    "vancouver": "Wie Webstühle zählen [How looms count]. J",
}


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_a_translated_title_follows_in_brackets(style: str) -> None:
    source = "@article{k, author={Doe, Jane}, title={Wie Webstühle zählen}, langid={german}, journal={J}, year=2020}"
    work = WorkFields(
        record(source),
        WORDS,
        People([]),
        People([]),
        Signs(Marks((), frozenset()), WORDS),
        Text(("[How looms count]",)),
    )
    assert ALSO[style] in "".join(shown(composer(style)(work).parts))


@pytest.mark.parametrize("style", ["ieee", "acm", "apa", "chicago"])
def test_the_translation_of_a_book_is_not_in_italics(style: str) -> None:
    source = "@book{k, author={Doe, Jane}, title={Webstühle}, langid={german}, publisher={P}, year=2020}"
    work = WorkFields(
        record(source),
        WORDS,
        People([]),
        People([]),
        Signs(Marks((), frozenset()), WORDS),
        Text(("[Looms]",)),
    )
    assert "*Webstühle* [Looms]" in "".join(shown(composer(style)(work).parts))
