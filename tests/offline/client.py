"""An OpenRosa client as the published standard describes one (docs.getodk.org/openrosa-*), over Django's test client.

It knows nothing of Cairn: where forms lie and where answers go it learns from the replies. Each reply is held against the standard.
"""

import base64
import hashlib
import uuid

from defusedxml import ElementTree
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

LIST = "{http://openrosa.org/xforms/xformsList}"
MANIFEST = "{http://openrosa.org/xforms/xformsManifest}"
RESPONSE = "{http://openrosa.org/http/response}"
XFORMS = "{http://www.w3.org/2002/xforms}"
REQUIRED = {"formID", "name", "version", "hash", "downloadUrl"}
OPTIONAL = {"descriptionText", "descriptionUrl", "manifestUrl"}


class Phone:
    """ODK Collect, scanned in: `server` is what stands before `/formList`."""

    def __init__(self, server, password, name="phone"):
        self.server, self.client = server, Client()
        given = base64.b64encode(f"{name}:{password}".encode()).decode()
        self.headers = {
            "authorization": f"Basic {given}",
            "x-openrosa-version": "1.0",
            "date": "Mon, 14 Feb 2011 16:48:15 GMT",
        }

    def ask(self, verb, address, *arguments):
        answer = getattr(self.client, verb)(address, *arguments, headers=self.headers)
        assert answer["X-OpenRosa-Version"] == "1.0"
        assert answer["Date"].endswith("GMT")
        assert not answer.cookies
        if verb != "head":
            assert answer["Content-Type"] == "text/xml; charset=utf-8"
        return answer

    def forms(self, query="?deviceID=collect%3AqWerTy123"):
        """What is listed, by id, with the standard's elements."""
        answer = self.ask("get", f"{self.server}/formList{query}")
        assert answer.status_code == 200
        root = ElementTree.fromstring(answer.content)
        assert root.tag == f"{LIST}xforms"
        listed = [{one.tag.removeprefix(LIST): one.text for one in form} for form in root]
        for form in listed:
            assert set(form) >= REQUIRED
            assert set(form) <= REQUIRED | OPTIONAL
        return {form["formID"]: form for form in listed}

    def fetch(self, form, beside=()):
        """The blank form, as its hash says, with these files beside it."""
        answer = self.ask("get", form["downloadUrl"])
        assert answer.status_code == 200
        assert form["hash"] == "md5:" + hashlib.md5(answer.content, usedforsecurity=False).hexdigest()
        assert set(self.files(form)) == set(beside)
        root = ElementTree.fromstring(answer.content)
        (first, *_others) = root.iter(f"{XFORMS}instance")
        (instance,) = first
        assert (instance.get("id"), instance.get("version")) == (form["formID"], form["version"])
        return instance

    def files(self, form):
        """What a form shows, by name; without a manifest it shows nothing. Each is as its hash says."""
        if "manifestUrl" not in form:
            return {}
        root = ElementTree.fromstring(self.ask("get", form["manifestUrl"]).content)
        assert root.tag == f"{MANIFEST}manifest"
        found = {}
        for one in root:
            assert one.tag == f"{MANIFEST}mediaFile"
            told = {part.tag.removeprefix(MANIFEST): part.text for part in one}
            assert set(told) == {"filename", "hash", "downloadUrl"}
            answer = self.client.get(told["downloadUrl"], headers=self.headers)
            assert (answer.status_code, answer["X-OpenRosa-Version"]) == (200, "1.0")
            assert told["hash"] == "md5:" + hashlib.md5(answer.content, usedforsecurity=False).hexdigest()
            found[told["filename"]] = answer.content
        return found

    def filled(self, form, instance_id=None, meta="", **said):
        """An instance of a form without groups, as Collect writes it."""
        answers = "".join(f"<{name}>{value}</{name}>" for name, value in said.items())
        number = instance_id or f"uuid:{uuid.uuid4()}"
        return (
            f'<?xml version=\'1.0\' ?><data id="{form["formID"]}" version="{form["version"]}" '
            f'xmlns:orx="http://openrosa.org/xforms">{answers}'
            f"<orx:meta><orx:instanceID>{number}</orx:instanceID>{meta}</orx:meta></data>"
        ).encode()

    def send(self, xml, **files):
        """HEAD first, then POST where it says, as the standard recommends. The status; the message is in `said`."""
        head = self.ask("head", f"{self.server}/submission")
        assert head.status_code == 204
        assert int(head["X-OpenRosa-Accept-Content-Length"]) >= 10_000_000
        parts = {"xml_submission_file": SimpleUploadedFile("one.xml", xml, "text/xml")}
        parts |= {name: SimpleUploadedFile(name, data, "image/jpeg") for name, data in files.items()}
        answer = self.ask("post", f"{head['Location']}?deviceID=collect%3AqWerTy123", parts)
        envelope = ElementTree.fromstring(answer.content)
        assert envelope.tag == f"{RESPONSE}OpenRosaResponse"
        self.said = envelope.findtext(f"{RESPONSE}message")
        assert self.said
        return answer.status_code
