"""Writes the schemas that are inline in a WSDL to files, for generators that read no WSDL.

    schemas.py WSDL PREFIX

Namespace declarations of the definitions are repeated on each schema that lacks them.
"""

import re
import sys

source, prefix = sys.argv[1:3]
with open(source, encoding="utf-8") as file:
    text = file.read()
declaration = re.compile(r'xmlns(?::[\w.-]+)?(?=\s*=)')
outer = re.search(r"<(?:[\w.-]+:)?definitions\b([^>]*)>", text).group(1)
outer = re.findall(r'(xmlns(?::[\w.-]+)?)\s*=\s*("[^"]*")', outer)
schemas = re.finditer(r"<((?:[\w.-]+:)?)schema\b([^>]*)>(.*?)</\1schema>", text, re.S)
for number, schema in enumerate(schemas):
    name, attributes, content = schema.groups()
    own = set(declaration.findall(attributes))
    added = "".join(f" {key}={value}" for key, value in outer if key not in own)
    with open(f"{prefix}{number}.xsd", "w", encoding="utf-8") as file:
        file.write(f"<{name}schema{added}{attributes}>{content}</{name}schema>\n")
