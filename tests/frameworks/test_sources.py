from cairn.frameworks.sources import yaml_source


def test_a_place_is_the_nearest_line_that_is_there():
    source = yaml_source("a: 1\nb:\n  - c: 2\n  - d: 3\n", "x.yaml")

    assert source.data == {"a": 1, "b": [{"c": 2}, {"d": 3}]}
    assert source.place(("b", 1, "d")) == "x.yaml:4"
    assert source.place(("b", 1, "e")) == "x.yaml:4"
    assert source.place(("b", 7)) == "x.yaml:2"
    assert source.place(("a", "deeper")) == "x.yaml:1"
    assert source.place(()) == "x.yaml:1"
