#!/usr/bin/env python3
"""judge.py CONTRACT MESSAGES: validates the requests of a contract by its own schema, with libxml2 and with xmlschema.

CONTRACT is a folder of the WSDL documents, with the name of the entry in entry.txt; MESSAGES a folder of envelopes named
*.request.xml. What the body and the headers hold must be declared: in document style by the elements of the parts, in rpc
style by an element that is made here of the message, as WSDL 1.1 section 3.5 says. Says what is wrong, and ends with 1.
"""

import itertools
import os
import sys
import tempfile

import xmlschema
from lxml import etree

XSD = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
WSDL = "http://schemas.xmlsoap.org/wsdl/"
BINDINGS = ("http://schemas.xmlsoap.org/wsdl/soap/", "http://schemas.xmlsoap.org/wsdl/soap12/")
ENVELOPES = ("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope")
ENCODING = "http://schemas.xmlsoap.org/soap/encoding/"
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENCODING_SCHEMA = os.path.join(ROOT, "wsdl2rs/src/source/well_known/soap-encoding-1.1.xsd")


def name(namespace, local):
    return "{%s}%s" % (namespace, local)


def expand(element, text):
    """The namespace and local name that a QName in content means."""
    prefix, _, local = text.strip().rpartition(":")
    return element.nsmap.get(prefix or None) or "", local


class Contract:
    """The documents of a contract: WSDL definitions and schemas, wherever they are."""

    def __init__(self, folder):
        self.definitions, self.schemas = [], []
        paths = (os.path.join(at, file) for at, _, files in os.walk(folder) for file in sorted(files))
        for path in sorted(paths):
            if not path.endswith((".wsdl", ".xsd", ".xml")):
                continue
            root = etree.parse(path).getroot()
            if root.tag == name(WSDL, "definitions"):
                self.definitions.append(root)
            self.schemas.extend(root.iter(name(XSD, "schema")))

    def find(self, kind, qname):
        """A message or portType by its expanded name."""
        for root in self.definitions:
            if (root.get("targetNamespace") or "") == qname[0]:
                for found in root.findall(name(WSDL, kind)):
                    if found.get("name") == qname[1]:
                        return found
        raise LookupError("%s %s" % (kind, qname))

    def wrappers(self):
        """For each rpc operation: namespace and name of the wrapper, and the parts in it."""
        for root in self.definitions:
            for binding in root.findall(name(WSDL, "binding")):
                for soap in BINDINGS:
                    for style in binding.findall(name(soap, "binding")):
                        yield from self.of_binding(binding, soap, style.get("style", "document"))

    def of_binding(self, binding, soap, default):
        port_type = self.find("portType", expand(binding, binding.get("type")))
        for operation in binding.findall(name(WSDL, "operation")):
            style = operation.find(name(soap, "operation"))
            if (default if style is None else style.get("style", default)) != "rpc":
                continue
            body = operation.find(name(WSDL, "input")).find(".//" + name(soap, "body"))
            for abstract in port_type.findall(name(WSDL, "operation")):
                if abstract.get("name") == operation.get("name"):
                    message = abstract.find(name(WSDL, "input"))
                    message = self.find("message", expand(message, message.get("message")))
                    yield body.get("namespace") or "", operation.get("name"), self.parts(message, body)

    def parts(self, message, body):
        chosen = body.get("parts")
        for part in message.findall(name(WSDL, "part")):
            if chosen is None or part.get("name") in chosen.split():
                yield part.get("name"), expand(part, part.get("type"))


def fill_arrays(schema):
    """Gives restrictions of the encoding's array the items that `wsdl:arrayType` stands for (WSDL 1.1, section 2.2)."""
    for restriction in schema.iter(name(XSD, "restriction")):
        particles = [child for child in restriction.iterchildren("*") if "ttribute" not in child.tag]
        if expand(restriction, restriction.get("base", "")) == (ENCODING, "Array") and not particles:
            sequence = restriction.makeelement(name(XSD, "sequence"))
            restriction.insert(0, sequence)
            unbounded = {"namespace": "##any", "processContents": "lax", "minOccurs": "0", "maxOccurs": "unbounded"}
            etree.SubElement(sequence, name(XSD, "any"), unbounded)


def write_schemas(contract, folder):
    """Writes the schemas beside each other, with imports that find them, and one that imports all."""
    known = {}
    for index, schema in enumerate(contract.schemas):
        known.setdefault(schema.get("targetNamespace") or "", []).append("s%d.xsd" % index)
    if ENCODING not in known:
        known[ENCODING] = [ENCODING_SCHEMA]
    wrappers = {}
    for namespace, operation, parts in contract.wrappers():
        wrappers.setdefault(namespace, {})[operation] = list(parts)
    for index, (namespace, operations) in enumerate(sorted(wrappers.items())):
        # A schema of its own: several of one namespace are joined below.
        contract.schemas.append(wrapper_schema(namespace, operations))
        known.setdefault(namespace, []).append("s%d.xsd" % (len(contract.schemas) - 1))
    joined = {}
    for namespace, files in known.items():
        joined[namespace] = files[0]
        if len(files) > 1:
            # Judges take one document of a namespace: it includes the others.
            joined[namespace] = "n%d.xsd" % len(joined)
            target = ' targetNamespace="%s"' % namespace if namespace else ""
            includes = "".join('<xs:include schemaLocation="%s"/>' % file for file in files)
            write(folder, joined[namespace], '<xs:schema xmlns:xs="%s"%s>%s</xs:schema>' % (XSD, target, includes))
    for index, schema in enumerate(contract.schemas):
        fill_arrays(schema)
        have = set()
        for reference in list(schema.iter(name(XSD, "import"), name(XSD, "include"))):
            namespace = reference.get("namespace") or ""
            if reference.tag == name(XSD, "include"):
                reference.getparent().remove(reference)
            elif namespace in joined:
                reference.set("schemaLocation", joined[namespace])
                have.add(namespace)
        for namespace in sorted(set(joined) - have - {schema.get("targetNamespace") or "", ""}):
            if namespace in schema.nsmap.values():
                schema.insert(0, schema.makeelement(name(XSD, "import"), namespace=namespace, schemaLocation=joined[namespace]))
        write(folder, "s%d.xsd" % index, etree.tostring(schema).decode())
    imports = "".join(
        '<xs:import %sschemaLocation="%s"/>' % ('namespace="%s" ' % namespace if namespace else "", file)
        for namespace, file in joined.items()
    )
    write(folder, "all.xsd", '<xs:schema xmlns:xs="%s" targetNamespace="urn:all">%s</xs:schema>' % (XSD, imports))
    return os.path.join(folder, "all.xsd")


def wrapper_schema(namespace, operations):
    """The schema of rpc wrappers: parts in no namespace, in any order of attributes and with `encodingStyle` let through."""
    names = sorted({qname[0] for parts in operations.values() for _, qname in parts})
    prefixes = {"p%d" % index: uri for index, uri in enumerate(names)}
    root = etree.Element(name(XSD, "schema"), nsmap={"xs": XSD, **prefixes})
    if namespace:
        root.set("targetNamespace", namespace)
    for uri in names:
        if uri not in (XSD, namespace):
            etree.SubElement(root, name(XSD, "import"), namespace=uri)
    for operation, parts in operations.items():
        element = etree.SubElement(root, name(XSD, "element"), name=operation)
        content = etree.SubElement(etree.SubElement(element, name(XSD, "complexType")), name(XSD, "sequence"))
        for part, (uri, local) in parts:
            prefix = next(prefix for prefix, known in prefixes.items() if known == uri)
            attributes = {"name": part, "type": "%s:%s" % (prefix, local), "form": "unqualified", "nillable": "true"}
            etree.SubElement(content, name(XSD, "element"), attributes)
    return root


def write(folder, file, text):
    with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
        out.write(text)


def contents(envelope):
    """What the header and the body hold, with their namespaces, and without what belongs to the envelope."""
    root = etree.fromstring(envelope)
    if root.tag not in [name(uri, "Envelope") for uri in ENVELOPES]:
        raise ValueError("the root is %s" % root.tag)
    for part in root:
        for child in part.iterchildren("*"):
            for element in child.iter("*"):
                for attribute in list(element.attrib):
                    if etree.QName(attribute).namespace in ENVELOPES:
                        del element.attrib[attribute]
                kind = element.get(name(XSI, "type"))
                # Section 5.4.2: an array says that it is one, and its items what they are. The schema knows
                # the array as a restriction, for which this type cannot stand.
                if kind and expand(element, kind) == (ENCODING, "Array"):
                    del element.attrib[name(XSI, "type")]
            yield etree.fromstring(etree.tostring(child, with_tail=False))


def main(folder, messages):
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        path = write_schemas(Contract(folder), scratch)
        first, second = etree.XMLSchema(etree.parse(path)), xmlschema.XMLSchema(path)
        count = 0
        for file in sorted(os.listdir(messages) if os.path.isdir(messages) else []):
            if not file.endswith(".request.xml"):
                continue
            with open(os.path.join(messages, file), "rb") as envelope:
                text = envelope.read()
            for element in contents(text):
                count += 1
                if not first.validate(element):
                    problems.append("%s: libxml2: %s" % (file, first.error_log.last_error.message))
                for error in itertools.islice(second.iter_errors(element), 3):
                    problems.append("%s: xmlschema: %s at %s" % (file, error.reason, error.path))
    if not count:
        problems.append("no request was sent")
    print("\n".join(problems) or "%d elements are valid" % count)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
