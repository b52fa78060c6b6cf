"""Files beside the pages have their whole content, however it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_vitae.extension.downloads import output_files, works
from sphinx_vitae.extension.downloads.output_files import OutputFile, write


def test_a_new_file_that_is_encoded_in_pieces_is_the_same_as_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_files, "_PIECE", 3)
    content = "Müller – 织机 𝛼\ud800\r\nend"
    file = OutputFile("inner/works.bib", "digest", lambda: content)
    assert write(tmp_path, [file], {}) == {"inner/works.bib": "digest"}
    path = tmp_path / "inner" / "works.bib"
    assert path.read_bytes() == content.encode("utf-8", "replace")
    before = path.stat().st_mtime_ns
    write(tmp_path, [file], {})
    assert path.stat().st_mtime_ns == before, "written again, although the content is the same"


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_list_of_works_is_json_with_one_work_on_each_line(count: int) -> None:
    made = works._json_of(json.dumps({"id": number}) for number in range(count))
    assert json.loads(made) == [{"id": number} for number in range(count)]
    assert made.count('{"id"') == count
    assert made.splitlines()[1 : count + 1] == [
        f'{{"id": {n}}}' + "," * (n < count - 1) for n in range(count)
    ]
