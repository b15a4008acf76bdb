"""What is said in OpenRosa's XML. Nothing here touches a database.

After the published standard (docs.getodk.org/openrosa): form list, form submission, HTTP. What phones send is read by
`surveys.submissions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.ElementTree import fromstring

RESPONSE = "http://openrosa.org/http/response"
LIST = "http://openrosa.org/xforms/xformsList"
MANIFEST = "http://openrosa.org/xforms/xformsManifest"


def envelope(words: str) -> bytes:
    """An answer in words that the phone shows to whoever sent."""
    root = Element(f"{{{RESPONSE}}}OpenRosaResponse")
    SubElement(root, f"{{{RESPONSE}}}message").text = words
    return _written(root, RESPONSE)


def form_list(forms: Iterable[Mapping[str, str]]) -> bytes:
    """Each form's elements by their names: formID, name, version, hash, downloadUrl, manifestUrl."""
    root = Element(f"{{{LIST}}}xforms")
    for form in forms:
        one = SubElement(root, f"{{{LIST}}}xform")
        for name, value in form.items():
            SubElement(one, f"{{{LIST}}}{name}").text = value
    return _written(root, LIST)


def manifest(files: Iterable[Mapping[str, str]]) -> bytes:
    """Each file's elements by their names: filename, hash, downloadUrl."""
    root = Element(f"{{{MANIFEST}}}manifest")
    for file in files:
        one = SubElement(root, f"{{{MANIFEST}}}mediaFile")
        for name, value in file.items():
            SubElement(one, f"{{{MANIFEST}}}{name}").text = value
    return _written(root, MANIFEST)


def _written(root: Element, namespace: str) -> bytes:
    written: bytes = tostring(root, "utf-8", xml_declaration=True, default_namespace=namespace)
    return written


def under(key: str, data: bytes) -> bytes:
    """A form filled in, as if it named the form by its own key; an opening's address is part of the id that phones know.

    For what was read once already, so that it cannot fail.
    """
    root = fromstring(data, forbid_dtd=True)
    root.set("id", key)
    written: bytes = tostring(root, "utf-8")
    return written
