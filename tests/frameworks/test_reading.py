from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.frameworks.reading import read_any, read_workbook, read_yaml
from tests.frameworks.written import SOUND, line_with, spoilt


def only_fault(text):
    written = read_yaml(text, "tea.yaml")
    assert not written.usable
    (fault,) = written.faults
    return fault


def test_a_sound_framework_is_read_without_faults():
    written = read_yaml(SOUND, "tea.yaml")

    assert written.usable
    assert written.faults == ()
    assert [item.id for item in written.framework.items] == ["Q.1", "Q.2"]


def test_a_missing_key_is_named_with_the_line_of_its_part():
    fault = only_fault(spoilt("        text: Is it hot?\n", ""))

    assert fault.place == f"tea.yaml:{line_with(SOUND, '- id: Q')}"
    assert str(fault) == f"{fault.place}: “text” is missing here — add a line `text: …`"


def test_a_misspelt_key_is_answered_with_the_one_that_was_meant():
    text = spoilt("    text: Tea\n", "    text: Tea\n    guidence: Sip\n")

    fault = only_fault(text)

    assert fault.place == f"tea.yaml:{line_with(text, 'guidence')}"
    assert fault.fix == "did you mean “guidance”?"


def test_a_misspelt_key_at_the_top_is_answered_too():
    assert only_fault(SOUND + "completness: all\n").fix == "did you mean “completeness”?"


def test_a_key_like_no_other_is_to_be_taken_away():
    assert only_fault(SOUND + "zzz: all\n").fix.startswith("take it away; known here: format, id")


def test_a_word_that_is_none_of_the_choices_is_answered_with_them():
    fault = only_fault(spoilt("kind: group", "kind: heap"))

    assert fault.what == "“kind” cannot be “heap”"
    assert "'group'" in fault.fix


def test_a_foreign_format_is_refused():
    assert only_fault(spoilt("framework-1", "framework-7")).what == "“format” cannot be “cairn-framework-7”"


def test_an_id_with_blanks_is_no_name():
    assert only_fault(spoilt("- id: Q\n", "- id: Q 1\n")).what == "“Q 1” cannot be a name"


def test_a_number_where_text_belongs_is_to_be_quoted():
    fault = only_fault(spoilt('version: "1"', "version: 1"))

    assert (fault.place, fault.fix) == ("tea.yaml:3", 'put it in quotation marks: `version: "1"`')


def test_what_does_not_fit_otherwise_is_told_in_general():
    fault = only_fault(spoilt("text: It steams", "text: It steams, weight: -1"))

    assert fault.what.startswith("“weight” does not fit: ")


def test_numbers_without_end_do_not_fit():
    assert only_fault(spoilt("text: It steams", "text: It steams, weight: .inf")).what.startswith("“weight”")


def test_an_empty_list_is_told():
    assert only_fault(
        spoilt('    levels:\n      - {id: "fine", label: Fine, standing: met}', "    levels: []")
    ).what.startswith("“levels”")


def test_a_list_whose_only_entry_is_refused_is_not_called_empty_too():
    text = spoilt("label: Fine, standing: met", "label: Fine, standing: so-so")

    assert only_fault(text).what == "“standing” cannot be “so-so”"


def test_several_faults_are_told_at_once():
    text = spoilt("title: Tea\n", "").replace("kind: question", "kind: riddle")

    written = read_yaml(text, "tea.yaml")

    assert [fault.what for fault in written.faults] == [
        "“title” is missing here",
        "“kind” cannot be “riddle”",
    ]


def test_broken_yaml_is_told_with_its_line():
    fault = only_fault("format: cairn-framework-1\nid: [tea\nversion: 1\n")

    assert fault.place in {"tea.yaml:2", "tea.yaml:3"}
    assert "indentation" in fault.fix


def test_text_that_no_yaml_may_hold_is_refused():
    assert only_fault("a: \x01").place == "tea.yaml:1"


def test_a_list_or_nothing_is_no_framework():
    for text in ("", "- a\n- b\n", "just words"):
        assert only_fault(text).what == "This holds no framework"


def test_anchors_and_tags_are_refused_before_they_unfold():
    for line in ("b: *a", "b: &a [1]", "b: !!python/name:os.system x"):
        fault = only_fault(f"a: 1\n{line}\n")
        assert fault.place == "tea.yaml:2"
        assert "Anchors" in fault.what


def test_endless_nesting_is_refused():
    assert only_fault("a: " + "[" * 3000 + "]" * 3000).what == "This is nested too deeply"


def test_an_impossible_date_is_refused():
    assert only_fault("a: 2001-99-99").fix == "put it in quotation marks"


def test_a_tree_may_be_of_any_depth_that_a_person_can_read():
    text = SOUND[: SOUND.index("nodes:")] + "nodes:\n"
    for depth in range(12):
        inner = "  " * (2 * depth)
        text += (
            f"{inner}  - id: G{depth}\n{inner}    kind: group\n{inner}    text: Deep\n{inner}    children:\n"
        )
    text += "  " * 24 + "  - {id: I, kind: item, text: Bottom}\n"

    written = read_yaml(text, "deep.yaml")

    assert written.usable, written.faults
    assert len(written.framework.path("I")) == 13


def test_a_tree_deeper_than_that_is_a_fault_and_no_crash():
    node = '{"id":"x","kind":"item","text":"x"}'
    for _ in range(300):
        node = '{"id":"x","kind":"group","text":"x","children":[' + node + "]}"

    assert not read_yaml(SOUND[: SOUND.index("nodes:")] + f"nodes: [{node}]\n", "deep.yaml").usable


def test_a_file_is_read_by_its_ending():
    assert read_any(b"\xef\xbb\xbf" + SOUND.encode(), "tea.yaml").usable
    assert read_any(b"PK", "TEA.XLSX").faults[0].what == "This is not an Excel workbook (.xlsx)"
    assert read_any(b"\xff\xfe", "tea.yaml").faults[0].what == "This file is not text"


YAMLISH = st.text(alphabet="abid:-{}[]\"'#&*!|>%@`,?~ \n\t019.=<", max_size=60)


@given(st.one_of(st.text(max_size=80), YAMLISH, YAMLISH.map(lambda text: SOUND + text)))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_faults_or_a_framework(text):
    written = read_yaml(text, "any.yaml")

    assert written.usable or written.faults


@given(st.one_of(st.binary(max_size=200), st.binary(max_size=50).map(lambda tail: b"PK\x03\x04" + tail)))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_faults_or_a_framework(content):
    for written in (read_workbook(content, "any.xlsx"), read_any(content, "any.json")):
        assert written.usable or written.faults


def test_an_entry_that_is_no_mapping_is_told_by_the_name_of_its_list():
    text = SOUND[: SOUND.index("nodes:")] + "nodes: [7]\n"

    (fault,) = read_yaml(text, "tea.yaml").faults

    assert "“nodes”" in fault.what
